/** Line drawings on a grid of 20, in the ink of their text. */
const paths = {
  play: 'M6 4.2v11.6l9.5-5.8z',
  pause: 'M6.5 4.5v11M13.5 4.5v11',
  ahead: 'M3.5 5.5v9l6.5-4.5zM10.5 5.5v9l6.5-4.5z',
  close: 'M5 5l10 10M15 5L5 15',
  help: 'M7.4 7.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 2M10 14.8v.1',
  sun: 'M10 6.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8zM10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.3 4.3l1.2 1.2M14.5 14.5l1.2 1.2M4.3 15.7l1.2-1.2M14.5 5.5l1.2-1.2',
  moon: 'M16 11.6A6.6 6.6 0 0 1 8.4 4a6.6 6.6 0 1 0 7.6 7.6z',
  undo: 'M7.5 4.5L4 8l3.5 3.5M4.3 8H12a4 4 0 0 1 0 8H8.5',
  redo: 'M12.5 4.5L16 8l-3.5 3.5M15.7 8H8a4 4 0 0 0 0 8h3.5',
  back: 'M11.5 4.5L6 10l5.5 5.5',
  road: 'M7 3L4 17M13 3l3 14M10 3.5v2.5M10 8.5v3M10 14v3',
  speed: 'M3.5 14a7 7 0 1 1 13 0M10 12.5l3-4.5',
  crowd:
    'M7 8.5a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM13.5 9.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM2.8 16c.3-3 2-4.6 4.2-4.6s3.9 1.6 4.2 4.6M13 11.8c2.3-.3 3.9 1.2 4.2 3.7',
  crash: 'M10 3.2L17.2 16H2.8zM10 8v3.8M10 13.9v.1',
  'one-way': 'M10 16.5v-12M5.5 8.5L10 4l4.5 4.5',
  'bus-lane': 'M5 4.5h10v9H5zM5 9.5h10M7 13.5v2M13 13.5v2M7.2 11.6v.1M12.8 11.6v.1',
  filter: 'M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6zM6.5 10h7',
  charge:
    'M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6zM7.4 6.4L10 9.8l2.6-3.4M10 9.8V14M7.8 10.4h4.4M7.8 12.2h4.4',
  wave: 'M2.8 12.5c2.4-6 4.8-6 7.2-2.5s4.8 3.5 7.2-2.5',
  signal: 'M7 3h6v14H7zM10 6v.1M10 10v.1M10 14v.1',
  priority: 'M3 14.5h14M5 14.5V10h7l3 2.2v2.3M8 7V4M5.8 7.4L4.4 5.4M10.2 7.4l1.4-2',
  'new-road': 'M6 4L4.5 16M14 4l1.5 12M10 7v6M7 10h6',
  call: 'M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6zM10 6.8v6.4M6.8 10h6.4',
  parking: 'M4 3.5h12v13H4zM8 14V6.5h2.6a2.2 2.2 0 0 1 0 4.4H8',
  panels: 'M3.5 4.5h13v11h-13zM8 4.5v11M12.5 4.5v11',
  change: 'M4 6.5h7M15 6.5h1M4 13.5h1M9 13.5h7M11 4.5v4M7 11.5v4',
  eye: 'M2.5 10S5.2 5.2 10 5.2 17.5 10 17.5 10 14.8 14.8 10 14.8 2.5 10 2.5 10zM10 8.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, solid = false }: { readonly name: IconName; readonly solid?: boolean }) {
  return (
    <svg className={solid ? 'icon solid' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
