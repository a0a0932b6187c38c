/** What a driver of a list means to do about lanes, as bits of one number: kept from the change of lanes to the next step. */
export const ChangeBit = {
  right: 1,
  left: 2,
  /** It must be, for the way. */
  strategic: 4,
  urgent: 8,
  cooperative: 16,
  stays: 32,
  blockedByLeader: 64,
  blockedByFollower: 128,
  /** What others told him: he is in the way of one who wants to come to his lane, from behind or from ahead of him. */
  leadsBlocked: 256,
  followsBlocked: 512,
  /** To which side those go. */
  tellsRight: 1024,
  tellsLeft: 2048,
  /** Cannot leave room for one who comes the other way, and has a way on where he is. */
  dontBrake: 4096,
} as const;

export const WANTS = ChangeBit.right | ChangeBit.left;
export const BLOCKED = ChangeBit.blockedByLeader | ChangeBit.blockedByFollower;
export const TOLD =
  ChangeBit.leadsBlocked | ChangeBit.followsBlocked | ChangeBit.tellsRight | ChangeBit.tellsLeft | ChangeBit.dontBrake;
