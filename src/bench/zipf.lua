-- wrk asks for the feeds of 1,000 sections, the n-th about 1/n as often as the first (Zipf's law).
local N, S, cumulative = 1000, 1.0, {}

function init(args)
  local sum = 0
  for n = 1, N do
    sum = sum + 1 / n ^ S
    cumulative[n] = sum
  end
  math.randomseed(tonumber(args[1]) or 1)
end

local function pick()
  local x, low, high = math.random() * cumulative[N], 1, N
  while low < high do
    local middle = math.floor((low + high) / 2)
    if cumulative[middle] < x then low = middle + 1 else high = middle end
  end
  return low
end

function request()
  return wrk.format("GET", "/sections/s" .. pick() .. "/feed.rss")
end
