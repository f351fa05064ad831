@echo off
rem Starts Easel from wherever this folder lies and from any working directory.
setlocal

if defined JAVA_HOME goto chosen
set "EASEL_JAVA=java.exe"
where /q java.exe
if errorlevel 1 goto missing
goto start

:chosen
set "EASEL_JAVA=%JAVA_HOME:"=%\bin\java.exe"
if not exist "%EASEL_JAVA%" goto missing

:start
"%EASEL_JAVA%" -XX:+UseSerialGC -Dfile.encoding=UTF-8 %EASEL_JAVA_OPTIONS% "-Deasel.home=%~dp0.." -jar "%~dp0..\lib\easel.jar" %*
exit /b %ERRORLEVEL%

:missing
echo easel: no Java found. Install Java 17 or newer, or set JAVA_HOME to one. 1>&2
exit /b 1
