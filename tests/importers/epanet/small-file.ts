/** A file of EPANET's format that has something of everything, by hand. */
export const smallFile = `[TITLE]
A small network

[JUNCTIONS]
;ID  Elev  Demand  Pattern
 J1   10    5       P1
 J2   12    3
 J3   8     0       ;
[RESERVOIRS]
 R1   20
[TANKS]
 T1   40    3   0.5   6   12   0
[PIPES]
 1    J1  J2   500  200  0.2  0  Open
 2    J2  J3   400  150  0.2  1.5
 3    J3  T1   100  200  0.2
 4    J1  J3   900  100  0.2  0  Closed
[PUMPS]
 PU   R1  J1   HEAD C1
[VALVES]
 V1   J2  J3   100  PRV  20  0
[DEMANDS]
 J2   2    P1   ;"by category, and quoted"
 J2   1
[STATUS]
 V1   Closed
[PATTERNS]
 P1   0.5  1.5
[CURVES]
 C1   20   45
[CONTROLS]
 LINK PU CLOSED IF NODE T1 ABOVE 5.5
 LINK PU OPEN AT CLOCKTIME 6 AM
[RULES]
RULE 1
IF TANK T1 LEVEL BELOW 1
THEN PUMP PU STATUS IS OPEN
PRIORITY 1
[EMITTERS]
 J3   0.5
[QUALITY]
 J1   1
[TIMES]
 Duration  24:00
 Hydraulic Timestep 1:00
 Start ClockTime 8 am
 Statistic None
[OPTIONS]
 Units     LPS
 Headloss  D-W
 Quality   Chlorine mg/L
[COORDINATES]
 J1  0    0
 J2  500  0
 J3  500  400
 R1  -50  0
 T1  600  400
[VERTICES]
 4   0    400
[END]
`;
