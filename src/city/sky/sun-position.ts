/**
 * Where the sun stands. Equations of NOAA's solar calculator (after Meeus, Astronomical Algorithms, 1991), good to a
 * minute of time between 1900 and 2100; refraction as NOAA corrects it.
 */
export interface SunPosition {
  /** Above the horizon, with refraction. */
  readonly altitudeDeg: number;
  /** Clockwise from north. */
  readonly azimuthDeg: number;
}

export interface Moment {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** Local time and the clock's hours ahead of UTC. */
  readonly secondsOfDay: number;
  readonly utcOffsetHours: number;
}

const RAD = Math.PI / 180;

export function sunPosition(moment: Moment, latitudeDeg: number, longitudeDeg: number): SunPosition {
  const utcSeconds = moment.secondsOfDay - moment.utcOffsetHours * 3_600;
  const julianDay = julianDayOf(moment.year, moment.month, moment.day) + utcSeconds / 86_400;
  const century = (julianDay - 2_451_545) / 36_525;
  const meanLongitude = (280.46646 + century * (36_000.76983 + century * 0.0003032)) % 360;
  const meanAnomaly = 357.52911 + century * (35_999.05029 - 0.0001537 * century);
  const eccentricity = 0.016708634 - century * (0.000042037 + 0.0000001267 * century);
  const centre =
    Math.sin(RAD * meanAnomaly) * (1.914602 - century * (0.004817 + 0.000014 * century)) +
    Math.sin(RAD * 2 * meanAnomaly) * (0.019993 - 0.000101 * century) +
    Math.sin(RAD * 3 * meanAnomaly) * 0.000289;
  const node = 125.04 - 1934.136 * century;
  const apparentLongitude = meanLongitude + centre - 0.00569 - 0.00478 * Math.sin(RAD * node);
  const obliquity =
    23 +
    (26 + (21.448 - century * (46.815 + century * (0.00059 - century * 0.001813))) / 60) / 60 +
    0.00256 * Math.cos(RAD * node);
  const declination = Math.asin(Math.sin(RAD * obliquity) * Math.sin(RAD * apparentLongitude));
  const y = Math.tan((RAD * obliquity) / 2) ** 2;
  const equationMinutes =
    (4 / RAD) *
    (y * Math.sin(2 * RAD * meanLongitude) -
      2 * eccentricity * Math.sin(RAD * meanAnomaly) +
      4 * eccentricity * y * Math.sin(RAD * meanAnomaly) * Math.cos(2 * RAD * meanLongitude) -
      0.5 * y * y * Math.sin(4 * RAD * meanLongitude) -
      1.25 * eccentricity * eccentricity * Math.sin(2 * RAD * meanAnomaly));
  const trueMinutes = (((utcSeconds / 60 + equationMinutes + 4 * longitudeDeg) % 1_440) + 1_440) % 1_440;
  const hourAngle = RAD * (trueMinutes / 4 - 180);
  const latitude = RAD * latitudeDeg;
  const sine =
    Math.sin(latitude) * Math.sin(declination) + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
  const altitude = Math.asin(Math.min(1, Math.max(-1, sine)));
  const azimuth = Math.atan2(
    -Math.sin(hourAngle) * Math.cos(declination),
    Math.sin(declination) * Math.cos(latitude) - Math.cos(declination) * Math.sin(latitude) * Math.cos(hourAngle),
  );
  const trueAltitudeDeg = altitude / RAD;
  return {
    altitudeDeg: trueAltitudeDeg + refractionDeg(trueAltitudeDeg),
    azimuthDeg: (azimuth / RAD + 360) % 360,
  };
}

/** Unit vector towards the sun in the picture's frame: x east, y up, z south. */
export function sunDirection({ altitudeDeg, azimuthDeg }: SunPosition): [number, number, number] {
  const flat = Math.cos(RAD * altitudeDeg);
  return [flat * Math.sin(RAD * azimuthDeg), Math.sin(RAD * altitudeDeg), -flat * Math.cos(RAD * azimuthDeg)];
}

function refractionDeg(altitudeDeg: number): number {
  if (altitudeDeg > 85) return 0;
  const tangent = Math.tan(RAD * altitudeDeg);
  if (altitudeDeg > 5) return (58.1 / tangent - 0.07 / tangent ** 3 + 0.000086 / tangent ** 5) / 3_600;
  if (altitudeDeg > -0.575) {
    return (
      (1_735 + altitudeDeg * (-518.2 + altitudeDeg * (103.4 + altitudeDeg * (-12.79 + altitudeDeg * 0.711)))) / 3_600
    );
  }
  return -20.774 / tangent / 3_600;
}

/** Of midnight UTC, Gregorian calendar. */
function julianDayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 12 : month;
  const century = Math.floor(y / 100);
  return (
    Math.floor(365.25 * (y + 4_716)) +
    Math.floor(30.6001 * (m + 1)) +
    day +
    2 -
    century +
    Math.floor(century / 4) -
    1_524.5
  );
}

/** Hours that a time zone's clock is ahead of UTC at noon of a day. */
export function utcOffsetHours(timeZone: string, year: number, month: number, day: number): number {
  const noon = Date.UTC(year, month - 1, day, 12);
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const shown = new Map(clock.formatToParts(noon).map((part) => [part.type, Number(part.value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => shown.get(name) ?? 0;
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return (local - noon) / 3_600_000;
}
