@echo off
rem Put your programme after "report". What it says is in reports\morning.txt.
pushd "%~dp0..\.." || exit /b 1
if not exist reports mkdir reports
set PYTHONUTF8=1
set LANGUAGE=vi
.venv\Scripts\giaoban.exe report "04-CTr-HU" --meeting next --quiet >reports\morning.txt 2>&1
set result=%errorlevel%
popd
exit /b %result%
