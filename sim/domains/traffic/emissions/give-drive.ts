/** What a vehicle is driven by and how full its battery is, by the luck of its owner: a person's car is one car in every trip. */
import { type Luck, streamOf } from '../../../kernel';
import { isPeopleHour, wordOfKey } from '../demand/people/identity';
import { BUS, CAR, EMERGENCY, TRUCK } from '../vehicle-kinds';
import type { Vehicles } from '../vehicles';
import { classBatteryJ, ELECTRIC_CAR, NO_DRIVE } from './energy-classes';
import { busEnergyClass, carEnergyClass, type FleetMix, truckEnergyClass, vanEnergyClass } from './fleet-mix';

const DRIVE = streamOf('traffic.energy-class');
const CHARGE = streamOf('traffic.state-of-charge');

/** Nobody sets out empty, and few charge to the brim: state of charge at departure, evenly between. An assumption. */
const LEAST_CHARGE = 0.3;
const MOST_CHARGE = 0.9;

export function giveDrive(
  vehicles: Vehicles,
  fleet: FleetMix,
  luck: Luck,
  row: number,
  hour: number,
  key: number,
): void {
  const ofPerson = isPeopleHour(hour);
  const owner = ofPerson ? wordOfKey(key) : key;
  const drive = energyClassOf(fleet, vehicles.kind[row], luck.uniform(DRIVE, ofPerson ? 0 : hour, owner));
  vehicles.energyClass[row] = drive;
  if (classBatteryJ[drive] === 0) return;
  const share = LEAST_CHARGE + (MOST_CHARGE - LEAST_CHARGE) * luck.uniform(CHARGE, hour, key);
  vehicles.batteryJ[row] = share * classBatteryJ[drive];
}

/** Whether a person's car, if he has one, is electric. */
export function isElectricCarOf(fleet: FleetMix, luck: Luck, word: number): boolean {
  return energyClassOf(fleet, CAR, luck.uniform(DRIVE, 0, word)) === ELECTRIC_CAR;
}

/** An emergency vehicle is a van; a fire engine is given its own class by whoever sends it. */
export function energyClassOf(fleet: FleetMix, kind: number, luck: number): number {
  if (kind === CAR) return carEnergyClass(fleet, luck);
  if (kind === TRUCK) return truckEnergyClass;
  if (kind === BUS) return busEnergyClass(fleet, luck);
  return kind === EMERGENCY ? vanEnergyClass : NO_DRIVE;
}
