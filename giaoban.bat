@echo off
rem Sets giaoban up, once, and then offers what is done most. Double click it.
rem What stands in names of folders, such as ! or &, is nothing but a letter of them.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set PYTHONUTF8=1
pushd "%~dp0" || goto failed
if not exist requirements.txt goto notwhole
fc /b requirements.txt ".venv\ready" >nul 2>nul && goto menu
set "PYTHON="
for %%v in (3.13 3.12 3.11) do if not defined PYTHON py -%%v -c "" >nul 2>nul && set "PYTHON=py -%%v"
if not defined PYTHON set "PYTHON=python"
%PYTHON% -c "import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))" || goto nopython
%PYTHON% -c "import os, sys; sys.exit(os.name == 'nt' and len(os.getcwd()) > 90)" || goto toolong
echo Setting up (a few minutes, once) / Dang cai dat (vai phut, mot lan) ...
if not exist ".venv\Scripts\python.exe" %PYTHON% -m venv .venv || goto failed
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt || goto failed
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . || goto failed
copy /y requirements.txt ".venv\ready" >nul || goto failed
:menu
.venv\Scripts\python -m giaoban menu || goto failed
popd
exit /b 0
:notwhole
echo This file stands alone: unpack the whole archive into a folder first, and double click it there.
goto failed
:nopython
echo Python 3.11, 3.12 or 3.13 is needed: https://www.python.org/downloads/ (tick "Add python.exe to PATH").
goto failed
:toolong
echo This folder lies too deep for Windows: move it nearer to the root of the drive, such as C:\giaoban.
:failed
popd
pause
exit /b 1
