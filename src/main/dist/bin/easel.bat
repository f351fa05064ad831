@echo off
rem Starts Easel from wherever this folder lies and from any working directory.
setlocal
set "EASEL_HOME=%~dp0.."
set "EASEL_JAVA=java"
if defined JAVA_HOME set "EASEL_JAVA=%JAVA_HOME%\bin\java"
"%EASEL_JAVA%" -XX:+UseSerialGC -Dfile.encoding=UTF-8 %EASEL_JAVA_OPTIONS% "-Deasel.home=%EASEL_HOME%" -jar "%EASEL_HOME%\lib\easel.jar" %*
exit /b %ERRORLEVEL%
