/** What somebody new is shown first, in English; Chinese has exactly these keys. Less than a minute to read. */
export const tourWords = {
  offer: 'Show me round',
  offerHint: 'Six stops, less than a minute; Escape leaves at any time',
  count: (p: { stop: number; of: number }) => `${p.stop} of ${p.of}`,
  next: 'Next',
  back: 'Back',
  done: 'Try it',
  skip: 'Leave the tour',
  stops: {
    city: {
      title: 'A city that runs',
      text: 'Drag to look round, scroll to come closer. Click a house, a road or a cable to see what it does.',
    },
    change: {
      title: 'Try a change',
      text: 'Choose one, click where in the city, apply it. A second run without it keeps step with yours.',
    },
    figures: {
      title: 'What it does',
      text: 'Every figure shows the difference at the same moment. Click one for its formula.',
    },
    time: {
      title: 'Time is yours',
      text: 'Stop it, hurry it, drag the line to live any hour again, or look ahead for alarms that are coming.',
    },
    happenings: {
      title: 'Why it happened',
      text: 'Each happening names its cause, back to your change. The whole chain can be drawn through the city.',
    },
    scenarios: {
      title: 'Nothing is lost',
      text: 'What you make is kept. Hold Space to see the city without it; press A to compare both over many seeds.',
    },
  },
};
