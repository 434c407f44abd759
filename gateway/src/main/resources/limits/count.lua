-- Counts one request of the client KEYS[1], if it is allowed; see Meter. Its number is the microsecond until which its past
-- requests count; the key goes when they count no more. Redis' clock counts, as those of replicas differ.
-- ARGV: microseconds of the window, and of each request's part of it.
-- Answers the microseconds until the client's requests count no more, and those until it may be asked again.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local window, each = tonumber(ARGV[1]), tonumber(ARGV[2])
local before = math.max(tonumber(redis.call('GET', KEYS[1]) or 0) - now, 0)
local after = before + each
if after > window then
  return {before, after - window}
end
redis.call('SET', KEYS[1], string.format('%.0f', now + after), 'PX', math.ceil(after / 1000))
return {after, 0}
