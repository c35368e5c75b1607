// A planner's process on a machine that the native code is not built for.
process.on('disconnect', () => process.exit());
process.send?.({ kind: 'unfit', why: 'no native binding' });
