import type { CalendarDate } from '../profile/formats/dates.ts';
import type { Period } from '../profile/formats/periods.ts';
import type { Timeline } from './figures.ts';

/*
 * What a picture is to show: numbers, and the words that go with them. A case decides which pictures
 * there are; how they are drawn, and what they are seen to say, is for `charts` and `map`.
 */

export type Chart = SeriesChart | DotPlot | Panels | Shares | Progress | SchoolMap;

/** Numbers over time, beside those they are compared with. The first row is the one it is about. */
export interface SeriesChart {
  kind: 'line' | 'bars';
  /** What its file is called. */
  name: string;
  series: Timeline;
  /** When the school that it is about joined, where it is about one. */
  joined?: CalendarDate | undefined;
}

/** One number each for several schools, or for us and those we are compared with, side by side. */
export interface DotPlot {
  kind: 'dots';
  name: string;
  label: string;
  sign: string;
  span: number | undefined;
  period: Period;
  /** What the rows are: `schools` are ours, `others` are those we are compared with. */
  of: 'schools' | 'others';
  rows: Dot[];
  /** What all rows are held against: the trust as a whole, England. */
  lines: (Dot & { number: number })[];
  part: Part | undefined;
}

/**
 * Which of several pictures of the same rows, where they are too many for one: all share a scale and
 * a finding, and each draws a stretch.
 */
export interface Part {
  number: number;
  of: number;
  from: number;
  to: number;
}

export interface Dot {
  name: string;
  /** The number in words, or why there is none. */
  value: string;
  number: number | undefined;
  ours: boolean;
}

/** The same measure for several schools, each before and after it joined. */
export interface Panels {
  kind: 'panels';
  name: string;
  label: string;
  panels: Panel[];
  /** Whose numbers stand behind each school’s, where all have the same. */
  beside: string | undefined;
  part: Part | undefined;
}

export interface Panel {
  school: string;
  joined: CalendarDate;
  series: Timeline;
}

/** The parts of a whole. */
export interface Shares {
  kind: 'shares';
  name: string;
  label: string;
  /** In hundredths of the whole, in the order they are to stand. */
  parts: { what: string; share: number }[];
}

/** How far each of several numbers is from what was promised. */
export interface Progress {
  kind: 'progress';
  name: string;
  goals: Goal[];
  part: Part | undefined;
}

export interface Goal {
  label: string;
  sign: string;
  span: number | undefined;
  better: 'higher' | 'lower';
  first: Reading;
  latest: Reading;
  target: { value: string; number: number };
  /** By when, in words. */
  due: string | undefined;
}

export interface Reading {
  period: Period;
  value: string;
  number: number;
}

/** Where schools are. Eastings and northings are in metres on the National Grid. */
export interface SchoolMap {
  kind: 'map';
  name: string;
  /** What the rings are drawn around. */
  centre: { name: string; easting: number; northing: number; addressee: boolean };
  /** Nearest first. */
  places: MapPlace[];
  /** Schools whose place is not known. */
  missing: string[];
}

export interface MapPlace {
  /** As the table names it. */
  name: string;
  /** As short as people call it. */
  label: string;
  easting: number;
  northing: number;
  miles: number;
}
