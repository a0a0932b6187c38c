/**
 * When people charge. Who has a charger of his own and who has not plug in at other states of charge: Tian, Sun, Hu and
 * Du, Electronics 12 (2023) 373, found 45.5 % and 55.9 % of the charges of private cars in Beijing on working days begun
 * at 40 % or less. Each driver has a threshold of his own, normally distributed; that it is, and its deviation, are ours.
 * Who has a high one charges more often, as the inverse of what he lets run down, so that the means below are those with
 * which as many charges, not drivers, begin at 40 % or less as were found.
 */
import { type Luck, streamOf } from '../../../kernel';
import { FULL } from './acceptance';

const CHARGER = streamOf('traffic.charging.own-charger');
const THRESHOLD = streamOf('traffic.charging.threshold');
const PATIENCE = streamOf('traffic.charging.patience');
const FIRST_CHARGE = streamOf('traffic.charging.first-charge');
const FOLLOWS = streamOf('traffic.charging.follows');

/**
 * 7.12 million private charging points (National Energy Administration, June 2024) for 18.13 million battery-electric
 * vehicles (Ministry of Public Security, June 2024).
 */
const OWN_CHARGER_SHARE = 0.39;
const DEVIATION = 0.18;
const MEAN_WITH_CHARGER = 0.364;
const MEAN_WITHOUT = 0.308;
const LEAST_THRESHOLD = 0.15;
const MOST_THRESHOLD = 0.75;

/** At a public site people go on when the quick part is over; at home the car is left to fill. Ours. */
export const FULL_ENOUGH_AT_SITE = 0.9;
export const FULL_ENOUGH_AT_HOME = FULL;
/** Nobody sets out on a way after which less than this would be left: some thirty kilometres. Ours. */
export const RESERVE = 0.1;
/** One goes away again after having waited for ten to thirty minutes, each time as his mood is. Ours. */
const LEAST_PATIENCE_S = 600;
const MOST_PATIENCE_S = 1_800;

export function hasOwnCharger(luck: Luck, word: number): boolean {
  return luck.uniform(CHARGER, 0, word) < OWN_CHARGER_SHARE;
}

/** He follows what the network says where at least this share of drivers with a charger does. */
export function followsFrom(luck: Luck, word: number): number {
  return luck.uniform(FOLLOWS, 0, word);
}

/** State of charge below which he charges when he comes to where he can. */
export function thresholdOf(luck: Luck, word: number, hasCharger: boolean): number {
  const wished = (hasCharger ? MEAN_WITH_CHARGER : MEAN_WITHOUT) + DEVIATION * luck.normal(THRESHOLD, 0, word);
  return Math.max(LEAST_THRESHOLD, Math.min(MOST_THRESHOLD, wished));
}

/** `visit` is a number of its own for each time that somebody comes to a site. */
export function patienceSeconds(luck: Luck, word: number, visit: number): number {
  return LEAST_PATIENCE_S + (MOST_PATIENCE_S - LEAST_PATIENCE_S) * luck.uniform(PATIENCE, visit, word);
}

/**
 * State of charge of somebody met at any time: between charges it falls evenly from full to his threshold, so that every
 * value in between is as likely (the age of a renewal process).
 */
export function firstCharge(luck: Luck, word: number, hasCharger: boolean): number {
  const low = thresholdOf(luck, word, hasCharger);
  const full = hasCharger ? FULL_ENOUGH_AT_HOME : FULL_ENOUGH_AT_SITE;
  return low + (full - low) * luck.uniform(FIRST_CHARGE, 0, word);
}
