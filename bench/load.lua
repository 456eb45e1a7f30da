-- Sends the requests of a file in random order. A line is: path, header, value, separated by tabs; the header may be missing.
local requests = {}

function init(args)
  for line in io.lines(args[1]) do
    local path, header, value = line:match("^([^\t]+)\t?([^\t]*)\t?(.*)$")
    requests[#requests + 1] = wrk.format("GET", path, header ~= "" and { [header] = value, Host = "localhost" } or { Host = "localhost" })
  end
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency)
  local e = summary.errors
  print(string.format('{"requests":%d,"seconds":%f,"errors":%d,"p50":%f,"p99":%f}',
    summary.requests, summary.duration / 1e6, e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
