import { AheadDialog } from '../../panels/ahead/ahead-dialog';
import { CompareDialog } from '../../panels/compare/compare-dialog';
import { CorridorDialog } from '../../panels/corridor/corridor-dialog';
import { EconomicsDialog } from '../../panels/economics/economics-dialog';
import { ExportDialog } from '../../panels/export/export-dialog';
import { FactsDialog } from '../../panels/help/facts-dialog';
import { HelpDialog } from '../../panels/help/help-dialog';
import { PlansDialog } from '../../panels/plans/plans-dialog';
import { PlaybookDialog } from '../../panels/playbook/playbook-dialog';
import { PublishedDialog } from '../../panels/published/published-dialog';
import { SankeyDialog } from '../../panels/sankey/sankey-dialog';
import { ScenariosDialog } from '../../panels/scenarios/scenarios-dialog';
import { MonitorDialog } from '../../panels/tunnels/monitor-dialog';
import { ViewsDialog } from '../../panels/views/views-dialog';

/** Every page in front of the page. They come together, after the city: nobody opens one before it stands. */
export function Dialogs() {
  return (
    <>
      <HelpDialog />
      <FactsDialog />
      <SankeyDialog />
      <EconomicsDialog />
      <ScenariosDialog />
      <CompareDialog />
      <AheadDialog />
      <PlaybookDialog />
      <ExportDialog />
      <CorridorDialog />
      <ViewsDialog />
      <MonitorDialog />
      <PublishedDialog />
      <PlansDialog />
    </>
  );
}
