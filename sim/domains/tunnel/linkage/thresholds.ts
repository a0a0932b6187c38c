/**
 * At what reading what is done, and after how long. Shares are of the lower explosive limit of methane (5 % by volume).
 * GB 50838-2015 (renamed GB/T 50838, edition of 2024) and GB/T 51274, both read second-hand; where a number is ours it
 * says so. Kept together, since editions change.
 */
export const gasThresholds = {
  /** Somebody looks at it. Ours, half of the alarm. */
  preAlarm: 0.1,
  /** GB 50838 7.5: alarm at 20 % at the latest, which starts the accident fans here and next door. */
  alarm: 0.2,
  /** At 25 % at the latest the emergency shut-off valves close. */
  cutOff: 0.25,
  /** An alarm that stays latched closes them too: fans may have diluted a leak that goes on. Ours. */
  cutOffLatchedS: 300,
  /** Purged: below this for so long. Ours, after the practice of confined spaces (10 minutes). */
  purged: 0.05,
  purgedForS: 600,
} as const;

export const floodThresholds = {
  /** Above the floor's low end; open operation software alarms at 100 and 200 mm (low confidence). */
  highM: 0.1,
  highHighM: 0.2,
  /** Low-voltage supply of the section is switched off before water reaches the boards. Ours. */
  boardsOffM: 0.35,
  /** Boards, and what stands on brackets beside them, stand so high above the floor. Ours. */
  boardsM: 0.5,
  /** A section counts as dry when its water is back in the sump. */
  dryM: 0,
} as const;

export const operatorTimes = {
  /** In a staffed control centre an alarm is seen and taken within a minute. Ours. */
  acknowledgesAfterS: 60,
  /** Where the control centre has lost its lines, somebody finds out on his round. Ours. */
  roundS: 3_600,
} as const;

export const sumpLevels = {
  /** Share of the sump at which the first pump starts, the second joins, and both stop. Ours. */
  leadOn: 0.6,
  lagOn: 0.9,
  off: 0.2,
} as const;

export const fireThresholds = {
  /** From the alarm until suppression is let go: people are given time to get out (GB 50370: 30 s at most). */
  suppressAfterS: 30,
  /** Smoke is drawn off only once it is out and no longer glows: GB 50838 7.2 asks for "after the fire"; 10 min are ours. */
  exhaustAfterS: 600,
  /** Cleared: warm and clear enough to go in. 40 °C is GB 50838's limit for people (7.2.5); sight of 10 m is ours. */
  clearC: 40,
  clearSightM: 10,
} as const;
