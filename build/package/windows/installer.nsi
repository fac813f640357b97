; Installs for the user alone, without administrator rights. Uninstalling leaves
; the workspaces and says where they are.
Unicode true
!include "MUI2.nsh"
Name "Relais"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Relais"
InstallDirRegKey HKCU "Software\Relais" "Folder"
SetCompressor /SOLID lzma
VIProductVersion "${NUMBER}.0"
VIAddVersionKey "ProductName" "Relais"
VIAddVersionKey "FileDescription" "Relais"
VIAddVersionKey "FileVersion" "${NUMBER}"
VIAddVersionKey "LegalCopyright" "The Relais authors, Apache-2.0"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\Relais.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
LangString DataStays ${LANG_ENGLISH} "Relais is removed. Your data stays in $LOCALAPPDATA\Relais; delete that folder yourself if you no longer want it."
LangString DataStays ${LANG_FRENCH} "Relais est désinstallé. Vos données restent dans $LOCALAPPDATA\Relais ; supprimez ce dossier vous-même si vous n'en voulez plus."
!define UNKEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Relais"
!define OPENKEY "Software\Classes\Applications\Relais.exe"
!define WV2 "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Section "Relais"
  SetOutPath "$INSTDIR"
  File "${DIR}/Relais.exe"
  File "${DIR}/relais.com"
  File "${DIR}/LICENSE.txt"
  File "${DIR}/THIRD-PARTY.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Relais.lnk" "$INSTDIR\Relais.exe"
  WriteRegStr HKCU "Software\Relais" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNKEY}" "DisplayName" "Relais"
  WriteRegStr HKCU "${UNKEY}" "DisplayVersion" "${NUMBER}"
  WriteRegStr HKCU "${UNKEY}" "Publisher" "The Relais authors"
  WriteRegStr HKCU "${UNKEY}" "DisplayIcon" "$INSTDIR\Relais.exe"
  WriteRegStr HKCU "${UNKEY}" "UninstallString" "$\"$INSTDIR\uninstall.exe$\""
  WriteRegDWORD HKCU "${UNKEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNKEY}" "NoRepair" 1
  ; Offered under "Open with", never the program that a double click starts.
  WriteRegStr HKCU "${OPENKEY}" "FriendlyAppName" "Relais"
  WriteRegStr HKCU "${OPENKEY}\shell\open\command" "" "$\"$INSTDIR\Relais.exe$\" $\"%1$\""
  !macro OpensWith EXT
    WriteRegStr HKCU "${OPENKEY}\SupportedTypes" "${EXT}" ""
  !macroend
  !insertmacro OpensWith ".csv"
  !insertmacro OpensWith ".tsv"
  !insertmacro OpensWith ".xlsx"
  !insertmacro OpensWith ".vcf"
  !insertmacro OpensWith ".opml"
  !insertmacro OpensWith ".eml"
  !insertmacro OpensWith ".mbox"
  ; WebView2 is part of Windows 11; where it lacks, Microsoft's installer brings it for this user.
  ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\${WV2}" "pv"
  ${If} $0 == ""
    ReadRegStr $0 HKCU "Software\${WV2}" "pv"
  ${EndIf}
  ${If} $0 == ""
    InitPluginsDir
    File "/oname=$PLUGINSDIR\webview2.exe" "${WEBVIEW2}"
    ExecWait '"$PLUGINSDIR\webview2.exe" /silent /install'
  ${EndIf}
SectionEnd

Section "Uninstall"
  Delete "$INSTDIR\Relais.exe"
  Delete "$INSTDIR\relais.com"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD-PARTY.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Relais.lnk"
  DeleteRegKey HKCU "${UNKEY}"
  DeleteRegKey HKCU "${OPENKEY}"
  DeleteRegKey HKCU "Software\Relais"
  MessageBox MB_OK "$(DataStays)" /SD IDOK
SectionEnd
