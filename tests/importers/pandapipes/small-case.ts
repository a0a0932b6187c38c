/** A small gas network with one of each: a grid, a pipe, a valve, a pump, a sink, a source. */
export function smallCase() {
  return {
    source: [{ _i: 0, junction: 3, mdot_kg_per_s: 0.01, scaling: 1, in_service: true }] as unknown,
    friction: 'prandtl-colebrook',
    fluid: {
      name: 'gas',
      type: 'gas',
      properties: { density: 0.84, viscosity: 1.193e-5, compressibility: { slope: -0.0022, offset: 1 } } as object,
    },
    junction: [
      { _i: 5, name: 'north', pn_bar: 3, tfluid_k: 283.15, height_m: 0, in_service: true },
      { _i: 9, name: 'middle', pn_bar: 3, tfluid_k: 285.15, height_m: 10, in_service: true },
      { _i: 2, name: null, pn_bar: 3, tfluid_k: 283.15, height_m: 5, in_service: true },
      { _i: 3, name: 'south', pn_bar: 3, tfluid_k: 283.15, height_m: 5, in_service: true },
    ],
    ext_grid: [{ _i: 0, junction: 5, p_bar: 3, t_k: 283.15, in_service: true, type: 'pt' }],
    pipe: [
      {
        _i: 0,
        from_junction: 5,
        to_junction: 9,
        length_km: 0.5,
        diameter_m: 0.1,
        k_mm: 0.1,
        loss_coefficient: 0,
        in_service: true,
      },
    ],
    valve: [{ _i: 0, from_junction: 9, to_junction: 2, diameter_m: 0.1, opened: true, loss_coefficient: 1 }],
    pump: [{ _i: 0, from_junction: 2, to_junction: 3, std_type: 'P1', in_service: true }],
    sink: [{ _i: 0, junction: 3, mdot_kg_per_s: 0.03, scaling: 2, in_service: true }],
  };
}

export const caseText = () => JSON.stringify(smallCase());
