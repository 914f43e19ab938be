@echo off
rem Sets giaoban up, once, and then offers what is done most. Double click it.
rem What stands in names of folders, such as ! or &, is nothing but a letter of them.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set PYTHONUTF8=1
pushd "%~dp0" || goto failed
if not exist scripts\set_up.py goto notwhole
set "PYTHON="
for %%v in (3.13 3.12 3.11) do if not defined PYTHON py -%%v -c "" >nul 2>nul && set "PYTHON=py -%%v"
if not defined PYTHON set "PYTHON=python"
%PYTHON% -c "import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))" || goto nopython
%PYTHON% scripts\set_up.py || goto failed
.venv\Scripts\python -m giaoban menu || goto failed
popd
exit /b 0
:notwhole
echo This file stands alone: unpack the whole archive into a folder first, and double click it there.
goto failed
:nopython
echo Python 3.11, 3.12 or 3.13 is needed: https://www.python.org/downloads/ (tick "Add python.exe to PATH").
:failed
popd
pause
exit /b 1
