export type Language = 'zh' | 'en' | 'de';
