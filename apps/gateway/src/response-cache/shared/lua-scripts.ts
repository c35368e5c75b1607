import { createHash } from 'node:crypto';

export interface LuaScript {
  readonly text: string;
  readonly sha1: string;
}

/**
 * All that must not be lost apart stands in one sorted set, so that Redis can only evict or flush the whole of it:
 * `g:<generation>` at -1, `f:<floor>` at -2, and each purged tag at the epoch of its last purge. A new generation begins
 * when the set is missing, or everything is purged; an answer of another generation is never read.
 */
const memory = `
local function known()
  local found = redis.call('ZRANGEBYSCORE', KEYS[1], -1, -1)[1]
  return found and string.sub(found, 3)
end
local function generation(candidate)
  local found = known()
  if found then return found end
  redis.call('ZADD', KEYS[1], -1, 'g:' .. candidate)
  return candidate
end
local function epoch()
  local top = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
  return math.max(0, tonumber(top[2]))
end
local function floor()
  local found = redis.call('ZRANGEBYSCORE', KEYS[1], -2, -2)[1]
  return found and tonumber(string.sub(found, 3)) or 0
end
local function number(value) return string.format('%.0f', value) end
`;

/** KEYS: memory, answer. ARGV: candidate generation, key text. Reply: generation, epoch, and of an answer that holds: meta, tags, body, ms to live. */
export const readScript = script(`
local gen = generation(ARGV[1])
local top = epoch()
local nothing = {gen, number(top)}
local kept = redis.call('HMGET', KEYS[2], 'key', 'generation', 'epoch', 'tags', 'meta', 'body')
if not kept[1] or kept[1] ~= ARGV[2] then return nothing end
local holds = kept[2] == gen and tonumber(kept[3]) >= floor()
if holds and tonumber(kept[3]) < top then
  local made = tonumber(kept[3])
  for _, tag in ipairs(cjson.decode(kept[4])) do
    local purged = redis.call('ZSCORE', KEYS[1], tag)
    if purged and tonumber(purged) > made then holds = false break end
  end
end
if not holds then
  redis.call('UNLINK', KEYS[2])
  return nothing
end
return {gen, number(top), kept[5], kept[4], kept[6], number(redis.call('PTTL', KEYS[2]))}
`);

/** KEYS: memory, answer. ARGV: generation, epoch, key text, tags, meta, body, ms to live. */
export const writeScript = script(`
-- A memory that is gone is not begun again here: with the old generation, old epochs would count for new ones.
if known() ~= ARGV[1] then return {} end
local there = redis.call('HMGET', KEYS[2], 'generation', 'epoch')
if there[1] == ARGV[1] and tonumber(there[2]) > tonumber(ARGV[2]) then return {} end
redis.call('HSET', KEYS[2], 'generation', ARGV[1], 'epoch', ARGV[2], 'key', ARGV[3], 'tags', ARGV[4], 'meta', ARGV[5], 'body', ARGV[6])
redis.call('PEXPIRE', KEYS[2], ARGV[7])
return {}
`);

/** KEYS: memory. ARGV: candidate generation, channel, process, most tags to remember, tags as JSON, then each tag. */
export const purgeScript = script(`
local gen = generation(ARGV[1])
local now = epoch() + 1
for index = 6, #ARGV do redis.call('ZADD', KEYS[1], now, ARGV[index]) end
local over = redis.call('ZCOUNT', KEYS[1], 1, '+inf') - tonumber(ARGV[4])
if over > 0 then
  local last = redis.call('ZRANGEBYSCORE', KEYS[1], 1, '+inf', 'WITHSCORES', 'LIMIT', over - 1, 1)[2]
  redis.call('ZREMRANGEBYSCORE', KEYS[1], -2, -2)
  -- All of one epoch go together; the newest may be among them, and the floor then stands for it.
  redis.call('ZREMRANGEBYSCORE', KEYS[1], 1, last)
  redis.call('ZADD', KEYS[1], -2, 'f:' .. last)
  if tonumber(last) == now then redis.call('ZADD', KEYS[1], now, 'e:') end
end
redis.call('PUBLISH', ARGV[2], '{"generation":"' .. gen .. '","epoch":' .. number(now) .. ',"from":"' .. ARGV[3] .. '","tags":' .. ARGV[5] .. '}')
return {gen, number(now)}
`);

/** KEYS: memory. ARGV: new generation, channel, process. */
export const purgeAllScript = script(`
redis.call('DEL', KEYS[1])
local gen = generation(ARGV[1])
redis.call('PUBLISH', ARGV[2], '{"generation":"' .. gen .. '","epoch":0,"from":"' .. ARGV[3] .. '","tags":"all"}')
return {gen, '0'}
`);

/** KEYS: memory. ARGV: candidate generation, known generation, known epoch. Reply: generation, epoch, `reset` or `tags`, then the tags purged since. */
export const catchUpScript = script(`
local gen = generation(ARGV[1])
local top = number(epoch())
if gen ~= ARGV[2] or tonumber(ARGV[3]) < floor() then return {gen, top, 'reset'} end
local reply = {gen, top, 'tags'}
for _, tag in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. ARGV[3], '+inf')) do reply[#reply + 1] = tag end
return reply
`);

function script(body: string): LuaScript {
  const text = memory + body;
  return { text, sha1: createHash('sha1').update(text).digest('hex') };
}
