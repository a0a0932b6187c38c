import { CSPProvider } from '@base-ui/react/csp-provider';
import { Activity, type ComponentType, useEffect } from 'react';
import type { Problem } from '../../../sim';
import type { EngineClient } from '../../engine/engine-face';
import { type Language, LanguageProvider, languageNames, useText } from '../../i18n';
import { Change } from '../../panels/change/change';
import { LookBackLabel } from '../../panels/compare/look-back-label';
import { Figures } from '../../panels/figures/figures';
import { Happenings } from '../../panels/happenings/happenings';
import { Header } from '../../panels/header/header';
import { DropZone } from '../../panels/scenarios/drop-zone';
import { ShelfNotices } from '../../panels/scenarios/shelf-notices';
import { Notices } from '../../panels/status/notices';
import { Opening } from '../../panels/status/opening';
import { PointedAt } from '../../panels/status/pointed-at';
import { Transport } from '../../panels/transport/transport';
import { type PanelName, useChrome } from '../../state/chrome';
import { EngineProvider } from '../../state/engine-context';
import { useSpoken } from '../../state/language';
import { usePart } from '../../state/part';
import { useRun } from '../../state/run';
import { useSceneFacts } from '../../state/scene-facts';
import { useTunnelsShown } from '../../state/tunnels-shown';
import { Button } from '../../ui/button';
import type { IconName } from '../../ui/icon';
import { EnergyLegend } from './energy-legend';
import { useHoldSpace } from './hold-space';
import { useShortcuts } from './shortcuts';
import { WeatherLegend } from './weather-legend';

/** The first picture and its better one have been drawn by then. */
const AFTER_THE_CITY_MS = 5_000;

export interface CityProps {
  readonly sceneId: string;
  readonly engine: EngineClient;
  readonly language: Language;
  onReady(): void;
  onUnsupported(): void;
  onRefused(problems: readonly Problem[]): void;
}

interface PlanPageProps {
  readonly sceneId: string;
  readonly engine: EngineClient;
  readonly City: ComponentType<CityProps>;
  onRetry(): void;
}

/** The planner's page: the city, and around its edges time, figures, changes and what happens. */
export function PlanPage(props: PlanPageProps) {
  const language = useSpoken((state) => state.language);
  return (
    <LanguageProvider value={language}>
      <CSPProvider disableStyleElements>
        <EngineProvider value={props.engine}>
          <Page {...props} language={language} />
        </EngineProvider>
      </CSPProvider>
    </LanguageProvider>
  );
}

function Page({ sceneId, engine, City, onRetry, language }: PlanPageProps & { readonly language: Language }) {
  const text = useText();
  const { openPanel, panelsHidden, missPicture, stand, refusePicture, cityStands, acted } = useChrome();
  const hasRun = useRun((state) => state.clock !== null);
  const neverOpened = useRun((state) => state.clock === null && state.status.kind === 'failed');
  // Nothing can be picked before the clock stands.
  const later = usePart(hasRun && cityStands, loadLaterPanels);
  useFirstAction(hasRun, acted);
  useShortcuts(engine);
  useHoldSpace(engine);
  useDocumentLanguage(language);
  // Panels that nobody sees follow nothing, and come back as they were.
  const shown = panelsHidden || neverOpened ? 'hidden' : 'visible';
  return (
    <div className="plan" data-open-panel={openPanel ?? 'none'} data-hidden={panelsHidden || neverOpened}>
      <main className="city" aria-label={text.cityView}>
        <City
          sceneId={sceneId}
          engine={engine}
          language={language}
          onReady={stand}
          onUnsupported={missPicture}
          onRefused={refusePicture}
        />
        {later && <later.SplitDivider />}
      </main>
      <div className="chrome">
        <Header />
        <LookBackLabel />
        <Activity mode={shown}>
          <div className="side side-start">
            <Change />
            <Happenings />
          </div>
        </Activity>
        <div className="middle">
          <Opening onRetry={onRetry} />
          {later && <later.CausePanel />}
        </div>
        <Activity mode={shown}>
          <div className="side side-end">
            {later && (
              <>
                <later.Inspector />
                <later.VehiclePanel />
                <later.AlarmBoard />
              </>
            )}
            <Figures />
          </div>
        </Activity>
        {later && <later.MiniMap />}
        <div className="foot">
          <Notices>
            <ShelfNotices />
            <PointedAt />
            <WeatherLegend />
            {later && <later.DifferenceLegend />}
            {later && <later.FlowLegend />}
            <EnergyLegend />
            {later && (
              <>
                <later.TunnelLegend />
                <later.WalkPanel>
                  <later.WalkLegend />
                </later.WalkPanel>
              </>
            )}
          </Notices>
          <Transport />
          <NarrowTabs />
        </div>
      </div>
      {later && <later.Tour />}
      <DropZone />
      <LaterDialogs />
    </div>
  );
}

const loadLaterPanels = () => import('./later-panels');
const loadDialogs = () => import('./dialogs');

/** They are asked for when the first is opened, or else when the city stands and the page has time. */
function LaterDialogs() {
  const isOpened = useChrome((state) => state.dialog !== null);
  const isReady = useRun((state) => state.status.kind === 'ready');
  const stands = useChrome((state) => state.cityStands);
  useEffect(() => {
    if (!isReady || !stands) return;
    // Whoever opens one later hears whether they came.
    const timer = setTimeout(() => void loadDialogs().catch(() => {}), AFTER_THE_CITY_MS);
    return () => clearTimeout(timer);
  }, [isReady, stands]);
  const part = usePart(isOpened, loadDialogs);
  return part && <part.Dialogs />;
}

const tabs: readonly { readonly panel: PanelName; readonly icon: IconName }[] = [
  { panel: 'change', icon: 'change' },
  { panel: 'figures', icon: 'speed' },
  { panel: 'happenings', icon: 'eye' },
];

/** While galleries are open their alarms have a tab too. */
const tunnelTab = { panel: 'tunnels', icon: 'tunnels' } as const;

/** Where panels do not fit beside one another, one at a time opens over the lower part of the city. */
function NarrowTabs() {
  const text = useText();
  const { openPanel, togglePanel } = useChrome();
  const showsTunnels = useTunnelsShown();
  return (
    <nav className="narrow-tabs" aria-label={text.narrow.aria}>
      {(showsTunnels ? [...tabs, tunnelTab] : tabs).map(({ panel, icon }) => (
        <Button
          key={panel}
          tone="quiet"
          icon={icon}
          aria-pressed={openPanel === panel}
          onClick={() => togglePanel(panel)}
        >
          {text.narrow[panel]}
        </Button>
      ))}
    </nav>
  );
}

/** Whatever somebody does first once the city stands; the line of help has then done its work. */
function useFirstAction(hasRun: boolean, acted: () => void): void {
  useEffect(() => {
    if (!hasRun) return;
    const kinds = ['pointerup', 'keyup', 'wheel'] as const;
    // Whoever presses what the line itself offers has it until the press is over.
    const onAct = ({ target }: Event) => {
      if (!(target instanceof Element && target.closest('.first-run'))) acted();
    };
    for (const kind of kinds) window.addEventListener(kind, onAct, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, onAct);
    };
  }, [hasRun, acted]);
}

function useDocumentLanguage(language: Language): void {
  const text = useText();
  const name = useSceneFacts((state) => state.facts?.name[language]);
  useEffect(() => {
    document.documentElement.lang = languageNames[language].tag;
    document.title = name ? text.documentTitle({ scene: name }) : text.product;
  }, [language, name, text]);
}
