import { useEffect } from 'react';
import { useLanguage, useText } from '../../i18n';
import { useCamera } from '../../state/camera';
import { useChrome } from '../../state/chrome';
import { useEngine } from '../../state/engine-context';
import { followHousehold, useHousehold } from '../../state/household';
import type { PlaceBook } from '../../state/place-book';
import { usePlaces } from '../../state/places';
import { type ElementRef, useSelection } from '../../state/selection';
import { Button, IconButton } from '../../ui/button';
import { BuildingDay } from './building-day';
import { BusPart } from './bus-part';
import { HouseholdPart } from './household-part';
import { LinePart } from './line-part';
import { RoadPart } from './road-part';
import { SectionPart } from './section-part';
import { StationPart } from './station-part';
import { TransformerPart } from './transformer-part';

const LOOK_FROM_M = 450;

/** What was clicked, and how its supply stands at this moment. Nothing where it has none to tell of. */
export function Inspector() {
  const text = useText();
  const language = useLanguage();
  const book = usePlaces((state) => state.book);
  const selected = useSelection((state) => (state.placing ? null : state.selected));
  const isHome = useHome(selected?.kind === 'building' ? selected.id : null);
  useEscape(selected !== null);
  if (!selected || !book) return null;
  const part = partOf(book, selected);
  if (!part && !isHome) return null;
  const at = book.placeOfAny(selected.id);
  const view = book.tunnels.viewOf(selected.id) ?? (at && { x: at[0], y: at[1], distanceM: LOOK_FROM_M });
  const words = text.grid.inspector;
  return (
    <section className="panel inspector" aria-label={words.title}>
      <div className="panel-head">
        <h2>{book.nameOf(selected.kind, selected.id, language)}</h2>
        <IconButton small icon="close" label={text.close} onClick={() => useSelection.getState().pick(null)} />
      </div>
      <div className="panel-body" aria-live="off">
        {part}
        {selected.kind === 'building' && (
          <>
            <HouseholdPart building={selected.id} />
            <BuildingDay id={selected.id} />
          </>
        )}
        {view && (
          <Button small tone="quiet" icon="eye" onClick={() => useCamera.getState().flyTo({ kind: 'place', ...view })}>
            {words.show}
          </Button>
        )}
      </div>
    </section>
  );
}

function partOf({ energy, tunnels, road }: PlaceBook, { kind, id }: ElementRef) {
  if (kind === 'edge') return road(id) && <RoadPart id={id} />;
  const section = kind === 'gallery-section' ? tunnels.section(id) : undefined;
  if (section) return <SectionPart section={section} />;
  const line = kind === 'branch' ? energy.line(id) : undefined;
  if (line) return <LinePart line={line} />;
  const transformer = kind === 'transformer' ? energy.transformer(id) : undefined;
  if (transformer) return <TransformerPart transformer={transformer} />;
  const stationId = kind === 'station' ? id : kind === 'building' ? energy.stationOfBuilding(id) : undefined;
  const station = stationId === undefined ? undefined : energy.station(stationId);
  if (station) return <StationPart station={station} />;
  const bus = kind === 'bus' ? energy.bus(id) : kind === 'building' ? energy.busOfBuilding(id) : undefined;
  return bus && <BusPart bus={bus} />;
}

/** Whether somebody lives in a building; as long as it is looked at, the run is asked after the household shown. */
function useHome(building: string | null): boolean {
  const engine = useEngine();
  const { building: asked, number, now } = useHousehold();
  const turned = asked === building ? number : 0;
  useEffect(
    () => (building === null ? undefined : followHousehold(engine, building, turned)),
    [engine, building, turned],
  );
  return building !== null && asked === building && now !== null;
}

/** Escape lets go of what was clicked, where nothing else waits for that key. */
function useEscape(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || useChrome.getState().dialog !== null) return;
      useSelection.getState().pick(null);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOpen]);
}
