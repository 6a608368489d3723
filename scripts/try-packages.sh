#!/usr/bin/env bash
# Packs SurveyStatistics and DisclosureControl, restores both into an empty project elsewhere, and runs the first example of each
# README there: a raked share with its standard error, and two linked tables protected. Fails when one prints something else.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
version=0.0.0-try.$(date +%s)
trap 'rm -rf "$work" "$(dotnet nuget locals global-packages --list | sed "s/^[^:]*: //")"/{surveystatistics,disclosurecontrol}"/$version"' EXIT

# The example of a README with the given number: its code, or what it prints.
example() { awk -v kind="$2" '$0 == "```" kind && !done { inside = 1; next } $0 == "```" && inside { done = 1; inside = 0 } inside' "$root/src/$1/README.md"; }

for package in SurveyStatistics DisclosureControl; do
    dotnet pack "src/$package" -v q -o "$work/feed" -p:Version="$version"
done

for package in SurveyStatistics DisclosureControl; do
    mkdir -p "$work/$package"
    cd "$work/$package"
    printf '<configuration><packageSources><add key="packed" value="%s/feed" /></packageSources></configuration>\n' "$work" >nuget.config
    printf '%s\n' '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>' \
        "<ItemGroup><PackageReference Include=\"$package\" Version=\"$version\" /></ItemGroup></Project>" >"$package.Try.csproj"
    example "$package" csharp >Program.cs
    dotnet run -v q >printed.txt
    diff <(example "$package" text) printed.txt
    printf '%s: packed, restored and run\n' "$package"
    cd "$root"
done
