export const en = 'This will delete your current comment';
