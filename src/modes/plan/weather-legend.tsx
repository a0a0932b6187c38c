import { FLOOD_RAMP_M, floodRamp } from '../../city/roads/flood-ramp';
import { formatSetting, useLanguage, useText } from '../../i18n';
import { useWeatherNow, type WeatherNow } from '../../state/weather-now';

/** Shallower water than this is a wet road. */
const SHOWN_FROM_M = 0.03;
/** Where nobody drives any more. */
const SHUT_M = 0.3;
const FALLS_FROM_MM_PER_H = 0.1;
const KOSCHMIEDER = 3.912;
const TOLD_BELOW_M = 5_000;

/** The weather where there is any to speak of, and what the colours of standing water mean. */
export function WeatherLegend() {
  const text = useText();
  const language = useLanguage();
  const weather = useWeatherNow((state) => state.weather);
  const isFlooded = useWeatherNow((state) => state.floodM >= SHOWN_FROM_M);
  const told = tellable(weather);
  if (told.length === 0 && !isFlooded) return null;
  const words = text.weather;
  return (
    <p className="notice flow-legend weather-legend">
      {told.map(({ word, value, unit }) => (
        <span key={word} className="weather-part">
          <span className="flow-legend-end">{words[word]}</span> <b>{formatSetting(value, unit, language)}</b>
        </span>
      ))}
      {isFlooded && (
        <>
          <span>{words.roads}</span>
          <span className="flow-legend-end">0</span>
          <span className="weather-ramp">
            <span
              className="flow-legend-ramp"
              style={{ background: `linear-gradient(to right, ${floodRamp.join(', ')})` }}
            />
            <i style={{ left: `${(100 * SHUT_M) / FLOOD_RAMP_M}%` }}>
              {formatSetting(SHUT_M, 'm', language)} {words.shut}
            </i>
          </span>
          <span className="flow-legend-end">{formatSetting(FLOOD_RAMP_M, 'm', language)}</span>
        </>
      )}
    </p>
  );
}

interface Part {
  readonly word: 'rain' | 'snow' | 'lies' | 'sees';
  readonly value: number;
  readonly unit: 'mm/h' | 'm' | 'mm';
}

/** To two figures: nobody sees a difference beyond. */
const round = (value: number): number => Number(value.toPrecision(2));

function tellable({ rainMmPerH, snowMmPerH, airPerKm, fogPerKm, groundSnowMm }: WeatherNow): readonly Part[] {
  const parts: Part[] = [];
  if (rainMmPerH >= FALLS_FROM_MM_PER_H) parts.push({ word: 'rain', value: round(rainMmPerH), unit: 'mm/h' });
  if (snowMmPerH >= FALLS_FROM_MM_PER_H) parts.push({ word: 'snow', value: round(snowMmPerH), unit: 'mm/h' });
  if (groundSnowMm >= 0.5) parts.push({ word: 'lies', value: round(groundSnowMm), unit: 'mm' });
  const seesM = (1_000 * KOSCHMIEDER) / (airPerKm + fogPerKm);
  if (seesM < TOLD_BELOW_M) parts.push({ word: 'sees', value: round(seesM), unit: 'm' });
  return parts;
}
