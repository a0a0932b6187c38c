declare const __CITYLOOM_BUILD__: string;
declare const __CITYLOOM_VERSION__: string;

/** Which sources this bundle was made of: a result of another build is not taken for one of this. */
export const buildKey: string = __CITYLOOM_BUILD__;
export const packageVersion: string = __CITYLOOM_VERSION__;
