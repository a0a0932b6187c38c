import { Companion } from './beside/companion';
import { BuildingLayer } from './buildings/building-layer';
import { ChainGate } from './chain/chain-gate';
import { EnergyLayer } from './energy/energy-layer';
import { RoadLayer } from './roads/road-layer';
import { SignalLayer } from './signals/signal-layer';
import { LampLayer } from './sky/lamp-layer';
import { PrecipitationGate } from './sky/precipitation-gate';
import { SkyLayer } from './sky/sky-layer';
import { Director, type DirectorProps } from './stage/director';
import type { Stage } from './stage/stage';
import { StageContext } from './stage/stage-context';
import { TerrainLayer } from './terrain/terrain-layer';
import { TreeLayer } from './trees/tree-layer';
import { TunnelLayer } from './tunnels/tunnel-layer';
import { JourneyGate } from './vehicles/journey-gate';
import { PickedLayer } from './vehicles/picked-layer';
import { VehicleLayer } from './vehicles/vehicle-layer';
import { WalkGate } from './walk/walk-gate';

/** The page's city: the director comes first, so that all see its camera. */
export function CityLayers({ stage, ...director }: DirectorProps & { readonly stage: Stage }) {
  return (
    <StageContext value={stage}>
      <Director {...director} />
      <Layers />
      <PickedLayer />
      <JourneyGate />
      <ChainGate />
      <WalkGate />
    </StageContext>
  );
}

/** Another run's city beside it. What is told of the page's own run, as the chain of causes is, is not told of it. */
export function BesideLayers({ stage, main }: { readonly stage: Stage; readonly main: Stage }) {
  return (
    <StageContext value={stage}>
      <Companion main={main} />
      <Layers />
    </StageContext>
  );
}

/** What a city is made of; a new layer is a line here. */
function Layers() {
  return (
    <>
      <SkyLayer />
      <TerrainLayer />
      <RoadLayer />
      <BuildingLayer />
      <TreeLayer />
      <SignalLayer />
      <VehicleLayer />
      <LampLayer />
      <EnergyLayer />
      <TunnelLayer />
      <PrecipitationGate />
    </>
  );
}
