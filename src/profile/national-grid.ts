import proj4 from 'proj4';
import type { GridPosition } from './map-base.ts';

/**
 * EPSG:27700, with the seven-parameter shift from WGS 84 that Ordnance Survey gives for Great Britain
 * (A guide to coordinate systems in Great Britain, 6.6): good to about five metres.
 */
const NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';

const converter = proj4('EPSG:4326', NATIONAL_GRID);

/** A longitude and latitude (WGS 84) as an easting and northing. */
export function toNationalGrid([longitude, latitude]: GridPosition): GridPosition {
  const [easting = Number.NaN, northing = Number.NaN] = converter.forward([longitude, latitude]);
  return [easting, northing];
}
