@echo off
rem Starts the workbench, with a project if one is named. Needs Java 25 (JAVA_HOME, or java on the path).
set JAVA=java
if not "%JAVA_HOME%" == "" set JAVA="%JAVA_HOME%\bin\java"
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set LAUNCHER="%%j"
%JAVA% --enable-native-access=ALL-UNNAMED -Xmx1g -jar %LAUNCHER% %*
