#!/usr/bin/env bash
# Mutates some files of what stryker-config.json leaves out, and prints which: the analyzer outside of Typestate and Flow, or the fixes.
#
#     tests/Mutants/sample.sh analyzer|fixes [seed] [files]
#
# The same seed takes the same files, as long as they have their names.
set -euo pipefail
cd "$(dirname "$0")"
case ${1:-} in
    analyzer) project=Analyzer name=SocketSetup.Analyzers ;;
    fixes) project=CodeFixes name=SocketSetup.Analyzers.CodeFixes ;;
    *) echo "analyzer or fixes?" >&2; exit 2 ;;
esac
seed=${2:-1}
files=${3:-8}
mutate=()
while read -r _ file; do
    echo "$file"
    mutate+=(--mutate "**/$file")
done < <(cd "../../src/$project" && find . -name '*.cs' -not -path './bin/*' -not -path './obj/*' -not -path './Flow/*' -not -path './Typestate/*' | cut -c 3- |
    while read -r file; do echo "$(echo "$seed $file" | cksum | cut -d ' ' -f 1) $file"; done | sort -n | head -n "$files")
dotnet stryker --project "$name.csproj" "${mutate[@]}"
