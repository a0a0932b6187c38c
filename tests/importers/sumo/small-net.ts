/** A crossing of two streets in SUMO's words, two lanes from the west of which one is for buses, and pieces to change. */

export interface Pieces {
  readonly location: string;
  readonly westLanes: string;
  readonly junctionType: string;
  readonly requests: string;
  readonly connections: string;
  readonly more: string;
}

const soundPieces: Pieces = {
  location:
    '<location netOffset="-683200.41,-4929458.50" convBoundary="0,0,400,400" projParameter="+proj=utm +zone=32 +ellps=WGS84 +datum=WGS84 +units=m +no_defs"/>',
  westLanes: `<lane id="W_0" index="0" speed="13.89" length="192.80" shape="0.00,195.20 192.80,195.20" allow="bus"/>
    <lane id="W_1" index="1" speed="13.89" length="192.80" shape="0.00,198.40 192.80,198.40" disallow="pedestrian"/>`,
  junctionType: 'priority',
  requests: `<request index="0" response="000" foes="100" cont="0"/>
    <request index="1" response="000" foes="100" cont="0"/>
    <request index="2" response="011" foes="011" cont="1"/>`,
  connections: `<connection from="W" to="E" fromLane="0" toLane="0" via=":J_0_0" dir="s" state="M"/>
  <connection from="W" to="E" fromLane="1" toLane="1" via=":J_0_1" dir="s" state="M"/>
  <connection from="S" to="N" fromLane="0" toLane="0" via=":J_2_0" dir="s" state="m"/>`,
  more: '',
};

export function smallNet(changed: Partial<Pieces> = {}): string {
  const { location, westLanes, junctionType, requests, connections, more } = { ...soundPieces, ...changed };
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<net version="1.20">
  ${location}
  <edge id=":J_0" function="internal">
    <lane id=":J_0_0" index="0" speed="13.89" length="14.40" shape="192.80,195.20 207.20,195.20"/>
    <lane id=":J_0_1" index="1" speed="13.89" length="14.40" shape="192.80,198.40 207.20,198.40"/>
  </edge>
  <edge id=":J_2" function="internal"><lane id=":J_2_0" index="0" speed="9.50" length="5.20" shape="201.60,192.80 201.60,198.00"/></edge>
  <edge id=":J_3" function="internal"><lane id=":J_3_0" index="0" speed="8.00" length="9.30" shape="201.60,198.00 201.60,207.20"/></edge>
  <edge id="W" from="west" to="J" priority="2" name="Main Street" type="highway.primary">
    ${westLanes}
  </edge>
  <edge id="E" from="J" to="east" priority="2">
    <lane id="E_0" index="0" speed="13.89" length="192.80" shape="207.20,195.20 400.00,195.20"/>
    <lane id="E_1" index="1" speed="11.11" length="190.00" width="3.50" shape="207.20,198.40 400.00,198.40"/>
  </edge>
  <edge id="S" from="south" to="J" priority="1"><lane id="S_0" index="0" speed="8.33" length="192.80" shape="201.60,0.00 201.60,192.80"/></edge>
  <edge id="N" from="J" to="north" priority="1"><lane id="N_0" index="0" speed="8.33" length="192.80" shape="201.60,207.20 201.60,400.00"/></edge>
  <junction id="west" type="dead_end" x="0" y="200" incLanes="" intLanes="" shape="0,200 0,193.6"/>
  <junction id="east" type="dead_end" x="400" y="200" incLanes="E_0 E_1" intLanes="" shape="400,193.6 400,200"/>
  <junction id="south" type="dead_end" x="200" y="0" incLanes="" intLanes="" shape="200,0 203.2,0"/>
  <junction id="north" type="dead_end" x="200" y="400" incLanes="N_0" intLanes="" shape="203.2,400 200,400"/>
  <junction id="J" type="${junctionType}" x="200" y="200" incLanes="W_0 W_1 S_0" intLanes=":J_0_0 :J_0_1 :J_3_0" shape="200,207.2 203.2,207.2 207.2,200 207.2,193.6 203.2,192.8 200,192.8 192.8,193.6 192.8,200">
    ${requests}
  </junction>
  ${connections}
  <connection from=":J_0" to="E" fromLane="0" toLane="0" dir="s" state="M"/>
  <connection from=":J_0" to="E" fromLane="1" toLane="1" dir="s" state="M"/>
  <connection from=":J_2" to="N" fromLane="0" toLane="0" via=":J_3_0" dir="s" state="m"/>
  <connection from=":J_3" to="N" fromLane="0" toLane="0" dir="s" state="m"/>
  ${more}
</net>
`;
}

export function withDemand(rows: string, net = smallNet(), root = 'routes'): Map<string, string> {
  return new Map([
    ['small.net.xml', net],
    ['small.rou.xml', `<${root}>\n${rows}\n</${root}>`],
  ]);
}
