/** A small case of our own: a source, a line, a transformer and a feeder with a tie, in kilowatts and ohms. */
export const feederText = `function mpc = feeder
%FEEDER  Six buses, 'quoted', made for tests
%{
  mpc.baseMVA = 999;   this is a comment
%}
mpc.version = '2';
mpc.baseMVA = 10;

%	bus_i	type	Pd	Qd	Gs	Bs	area	Vm	Va	baseKV	zone	Vmax	Vmin
mpc.bus = [ %% (Pd and Qd in kW & kVAr)
	1	3	0	0	0	0	1	1	0	10	1	1.1	0.9;
	2	1	100	60	0	0	1	1	0	10	1	1.1	0.9
	3	1	90,	40,	0, 0,	1	1	0	10	1	1.1	0.9;
	40	1	120 80	0	0.2	1	1	0	10	1	1.1	... goes on
		0.9;
	5	1	60	30	0	0	1	1	0	10	1	1.1	0.9; 6	1	60	2*10	0	0	1	1	+0	10	1	1.1	0.9;
];
mpc.gen = [
	1	0	0	Inf	-Inf	1.02	100	1	10	0;
];
mpc.branch = [
	1	2	0.0922	0.0470	0	0	0	0	0	0	1	-360	360;
	2	3	0.4930	0.2511	0	0	0	0	0	0	1	-360	360;
	3	40	0.3660	0.1864	0	0	0	0	0	0	1	-360	360;
	40	5	0.3811	0.1941	0	0	0	0	0.98	0	1	-360	360;
	5	6	0.8190	0.7070	0	0	0	0	0	0	1	-360	360;
	6	2	2.0	2.0	0	0	0	0	0	0	0	-360	360;
];
mpc.bus_name = {
	'Source';
	'Tom''s';
	"Three"; 'Four'; 'Five'; 'Six';
};

%% convert branch impedances from Ohms to p.u.
[PQ, PV, REF, NONE, BUS_I, BUS_TYPE, PD, QD, GS, BS, BUS_AREA, VM, ...
    VA, BASE_KV, ZONE, VMAX, VMIN, LAM_P, LAM_Q, MU_VMAX, MU_VMIN] = idx_bus;
[F_BUS, T_BUS, BR_R, BR_X, BR_B] = idx_brch;
Vbase = mpc.bus(1, BASE_KV) * 1e3;      %% in Volts
Sbase = mpc.baseMVA * 1e6;              %% in VA
mpc.branch(:, [BR_R BR_X]) = mpc.branch(:, [BR_R BR_X]) / (Vbase^2 / Sbase);

%% convert loads from kW to MW
mpc.bus(:, [PD, QD]) = mpc.bus(:, [PD, QD]) / 1e3;
`;
