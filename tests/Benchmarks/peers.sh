#!/usr/bin/env bash
# Measures the analyzer beside others on the sources of a folder, and prints one table. Needs nothing but the .NET SDK.
#
#     tests/Benchmarks/peers.sh path/to/sources [rounds]
#
# BUILT=FOLDER takes corpus-run.dll and SocketSetup.Analyzers.dll from there and measures nothing that has to be downloaded.
set -euo pipefail
sources=$(cd "${1:?path/to/sources is missing}" && pwd)
rounds=${2:-5}
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

peers=()
if [ -n "${BUILT:-}" ]; then
    run=$BUILT/corpus-run.dll
    analyzer=$BUILT/SocketSetup.Analyzers.dll
else
    dotnet build tests/CorpusRun -c Release -v:q >&2
    dotnet build src/Analyzer -c Release -v:q >&2
    dotnet restore tests/Benchmarks/Peers -v:q >&2
    run=tests/CorpusRun/bin/Release/net10.0/corpus-run.dll
    analyzer=src/Analyzer/bin/Release/netstandard2.0/SocketSetup.Analyzers.dll
    # Of several dlls the one for the newest compiler.
    for name in IDisposableAnalyzers Meziantou.Analyzer; do
        dll=$(find "artifacts/peers/$(echo "$name" | tr '[:upper:]' '[:lower:]')" -path '*/analyzers/*' -name "$name.dll" | sort -V | tail -n 1)
        peers+=(--set "$name=$dll")
    done
fi

version=$(dotnet --version)
sdk=$(dotnet --list-sdks | sed -n "s/^$version \[\(.*\)\]\$/\1/p")/$version/Sdks/Microsoft.NET.Sdk/analyzers
common=$sdk/Microsoft.CodeAnalysis.NetAnalyzers.dll
csharp=$sdk/Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll
defaults=$sdk/build/config/analysislevel_${version%%.*}_default.globalconfig

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet "$run" --repeat "$rounds" --top 0 --builtin noop,gated-op,noop-cfg \
    --set "SocketSetup=$analyzer" \
    --set "CA1416=$common;$csharp@CA1416" \
    --set "CA2000=$common;$csharp@CA2000" \
    ${peers[@]+"${peers[@]}"} "$sources" | tee -a "$log" >&2
dotnet "$run" --repeat "$rounds" --top 0 --globalconfig "$defaults" \
    --set "SDK=$common;$csharp" \
    --set "SDK+SocketSetup=$common;$csharp;$analyzer" "$sources" | tee -a "$log" >&2

# The columns of corpus-run: the set first; allocation, time in callbacks and its share 11th to 13th; exceptions 15th.
echo "SDK $version, $rounds rounds, $(sed -n 's/^== .*: \([0-9]* files, [0-9.]* KLOC\),.*/\1/p' "$log" | head -n 1)"
echo
echo '| Set | Allocation, compile = 1 | Time in callbacks, compile = 1 | In milliseconds | SocketSetup = 1 |'
echo '|---|---|---|---|---|'
awk '$1 == "SocketSetup" && $2 ~ /^[0-9]+$/ { own = $12 }
     $2 ~ /^[0-9]+$/ && NF >= 15 && $10 ~ /\.\./ { name[++n] = $1; alloc[n] = $11; ms[n] = $12; share[n] = $13; mb[$1] = $5; cpu[$1] = $9; thrown += $15 }
     END { for (i = 1; i <= n; i++) printf "| %s | %s | %s | %s | %.2f |\n", name[i], alloc[i], share[i], ms[i], ms[i] / own
           printf "\nSocketSetup on top of the SDK: allocation %.3f, least processor time %.3f\n", mb["SDK+SocketSetup"] / mb["SDK"], cpu["SDK+SocketSetup"] / cpu["SDK"]
           if (thrown) print "exceptions: " thrown }' "$log"
