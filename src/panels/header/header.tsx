import { languageNames, languages, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { toggleEnergy, useEnergyNeeded, useEnergyShown } from '../../state/energy-shown';
import { useFlows } from '../../state/flows';
import { useSpoken } from '../../state/language';
import { useLook } from '../../state/look';
import { useSceneFacts } from '../../state/scene-facts';
import { useTunnelAlarms } from '../../state/tunnel-alarms';
import { toggleTunnels, useTunnelsNeeded, useTunnelsShown } from '../../state/tunnels-shown';
import { Button, IconButton } from '../../ui/button';
import { Segments } from '../../ui/segments';
import { CompareChip } from '../compare/compare-chip';

import { ViewsMenu } from './views-menu';

/** Any of these makes the energy networks worth a switch. */
const ENERGY_FILES = ['electricity.json', 'heat.json', 'cooling.json', 'gas.json', 'stations.json'];

/** Which product, which city and how far to trust it; language and look. */
export function Header() {
  const text = useText();
  const language = useLanguage();
  const { facts } = useSceneFacts();
  const { showDialog, panelsHidden, togglePanels } = useChrome();
  const { look, setLook, showFlow, setShowFlow } = useLook();
  const showsEnergy = useEnergyShown();
  const needsEnergy = useEnergyNeeded();
  const hasEnergy = useSceneFacts(
    ({ facts: read }) => read === null || ENERGY_FILES.some((file) => read.files.includes(file)),
  );
  const hasTunnels = useSceneFacts(({ facts: read }) => read?.files.includes('galleries.json') === true);
  const hasFlows = useFlows(({ links }) => links.length > 0);
  return (
    <header className="header">
      <h1 className="brand">
        <Mark />
        <span lang="zh-CN">织城</span>
        <span className="brand-latin" lang="en">
          Cityloom
        </span>
      </h1>
      <div className="city-name">
        {facts && <span className="city-title">{facts.name[language]}</span>}
        {facts && (
          <Button small tone="quiet" onClick={() => showDialog('facts')} title={text.header.illustrativeWhy}>
            <span className="badge">{facts.illustrative ? text.header.illustrative : text.header.surveyed}</span>
          </Button>
        )}
        <CompareChip />
      </div>
      <div className="header-tools">
        <ViewsMenu />
        <IconButton
          icon="export"
          label={text.export.title}
          title={text.export.hint}
          onClick={() => showDialog('export')}
        />
        <Button
          small
          aria-pressed={showFlow}
          aria-label={text.header.flow}
          title={text.header.flowHint}
          onClick={() => setShowFlow(!showFlow)}
          icon="road"
        >
          <span className="tool-word">{text.header.flow}</span>
        </Button>
        {hasEnergy && (
          <Button
            small
            aria-pressed={showsEnergy}
            disabled={needsEnergy}
            aria-label={text.grid.layer}
            title={text.grid.layerHint}
            onClick={toggleEnergy}
            icon="energy"
          >
            <span className="tool-word">{text.grid.layer}</span>
          </Button>
        )}
        {hasTunnels && <TunnelSwitch />}
        {hasFlows && (
          <Button
            small
            aria-label={text.flows.title}
            title={text.flows.hint}
            onClick={() => showDialog('flows')}
            icon="flows"
          >
            <span className="tool-word">{text.flows.open}</span>
          </Button>
        )}
        {hasTunnels && (
          <Button
            small
            aria-label={text.economics.title}
            title={text.economics.hint}
            onClick={() => showDialog('economics')}
            icon="charge"
          >
            <span className="tool-word">{text.economics.open}</span>
          </Button>
        )}
        <Segments
          label={text.header.language}
          value={language}
          options={languages.map((value) => ({
            value,
            label: value === 'en' ? 'EN' : languageNames[value].own,
            title: languageNames[value].own,
            lang: languageNames[value].tag,
          }))}
          onChange={useSpoken.getState().speak}
        />
        <IconButton
          icon={look === 'maquette' ? 'moon' : 'sun'}
          label={look === 'maquette' ? text.header.lookNight : text.header.lookDay}
          onClick={() => setLook(look === 'maquette' ? 'control-room' : 'maquette')}
        />
        <IconButton
          icon="panels"
          label={panelsHidden ? text.header.showPanels : text.header.hidePanels}
          aria-pressed={panelsHidden}
          onClick={togglePanels}
        />
        <IconButton icon="help" label={text.header.help} onClick={() => showDialog('help')} />
      </div>
    </header>
  );
}

/** Opens the galleries; tells how many alarms there are while they are closed too. */
function TunnelSwitch() {
  const text = useText();
  const isShown = useTunnelsShown();
  const isNeeded = useTunnelsNeeded();
  const count = useTunnelAlarms();
  return (
    <Button
      small
      aria-pressed={isShown}
      disabled={isNeeded}
      aria-label={count > 0 ? text.tunnel.layerAlarms({ count }) : text.tunnel.layer}
      title={text.tunnel.layerHint}
      onClick={toggleTunnels}
      icon="tunnels"
    >
      <span className="tool-word">{text.tunnel.layer}</span>
      {count > 0 && <b className="tool-count">{count}</b>}
    </Button>
  );
}

/** Warp and weft. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path className="warp" d="M6 2v6.2M6 11.8V22M12 2v.2M12 5.8v12.4M12 21.8v.2M18 2v6.2M18 11.8V22" />
      <path className="weft" d="M2 4h20M2 10h20M2 16h2.2M7.8 16h8.4M19.8 16H22M2 20h20" />
    </svg>
  );
}
