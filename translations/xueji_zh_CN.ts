<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>xueji::AccountsSection</name>
    <message>
        <source>Remove the account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrar: enters and changes. Principal: reads, approves, prints, sees the log. Helper: reads and prints. Auditor: the log only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person should change it after signing in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password takes a second of arithmetic…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name and choose a role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the account?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer sign in. What this person entered keeps the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::ActItem</name>
    <message>
        <source>voided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void this act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declare this act void, with a reason; the data before it hold again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voids act no. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On papers seen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record opened with %1 items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::BackupSection</name>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up to another disk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up to another disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the whole register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to put the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is as encrypted as the register. It counts only once it was reopened, checked and counted. Keep one on a disk that does not stay with this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks through every page of the file, the chain of the log, and replays all acts against what the register says today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no proven backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last proven backup: %1, %2 pupils, %3 log lines (code %4)
%5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making a backup and proving it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven: the copy was reopened and holds %1 pupils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was made and proven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything fits: %1 pupils, %2 acts, %3 log lines (code %4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 faults. The first: %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::BatchesModel</name>
    <message>
        <source>stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::ChoiceBox</name>
    <message>
        <source>Choices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::ChoicePanel</name>
    <message>
        <source>Dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier of single students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster of a cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add: name, pinyin, initials, number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a whole cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the current student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohort of the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage of the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose, printed on each page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers and phones in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a purpose and is kept in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What are the full numbers needed for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a whole cohort…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full numbers need a purpose.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::ChosenStudents</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::ColumnsModel</name>
    <message>
        <source>taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown, not taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not kept in the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::ColumnsStep</name>
    <message>
        <source>Columns of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: headers stand in line %2; %3 columns are taken over, %4 rows follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown columns, not taken over: %1. If one of them holds an item of the record, give it the header of the collection form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items that must be filled and have no column: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what was found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::FieldEditor</name>
    <message>
        <source>Key data, not corrected directly (K01)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows from acts of the register, not typed here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::FileStep</name>
    <message>
        <source>Earlier imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the roster to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the roster to import (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 September of the entry year unless another day is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported yet. What is imported stands here and can be undone as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the whole import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the chosen import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>xlsx, xls, ods or csv; any order of columns, titles and notes above them. A file can also be dropped here. Nothing is changed before the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoding %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoding %1 (guessed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separated by tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separated by semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheet “%1”: %2 lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rosters (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::FilterBar</name>
    <message>
        <source>Filter by name, pinyin, initials, number or phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, pinyin, initials, number, phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::FilterChips</name>
    <message>
        <source>Remove the filter %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::FindingLabel</name>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::FindingList</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::FindingsModel</name>
    <message>
        <source>Blanks inside were taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full-width characters were made half-width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small x was made a capital X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A look-alike letter was made a Latin X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dot in the name was made the interpunct ·.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet's day number was read as a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zero lost at the beginning was put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put right (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes it right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::FindingsStep</name>
    <message>
        <source>Save the marked sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the sheet with marked cells and reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same sheet as xlsx, faulty cells marked, reasons in the last column (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol all rows or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the good rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol only the good rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows: %2 can be enrolled, %3 are refused, %4 differ from the record, %5 are in the register already. In %6 rows something was put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row is good: all %1 are enrolled at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody new in this file; nothing would be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed: no row is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows would have to be put right in the file first; until then nobody is enrolled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are enrolled now, %2 are left out. Put the %2 right in the same file and import it again: the %1 are then recognised and left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row is good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show: no finding of the kinds chosen above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a line to read it whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol %1 students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 checked.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the marked sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbooks (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::FirstRunPage</name>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk of this computer is best. Every file in it is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register becomes a folder of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to keep the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xueji keeps the student register of one school on this computer, encrypted, without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>County or district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code, name or initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten digits, as the education bureau assigned it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In full, as on the seal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered once the school code is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of school and its grades follow from the code; they can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything entered in the register carries this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first account is the registrar's (学籍管理员). Further accounts are added later, each person with an own one. A sentence that only you know makes the best password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty. Bring in the new pupils from a spreadsheet as your office has it, or look around first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the register; the password takes a second of arithmetic…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 8 characters; still missing: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three of these are needed: capitals, small letters, digits, other characters; or a sentence of 20 characters or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords are not the same yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password is good enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder does not exist. Choose another one, or make it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written into this folder. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the register a name without the characters &lt; &gt; : " / \ | ? *.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something of this name already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The school code has ten digits, for example 21 for a primary school, then the province, then six digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first two digits of the school code are no kind of school whose pupils have a student number. 21 is a primary school, 31 a junior school, 34 a senior school.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the school's name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the county or district the school stands in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::Frame</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search students and commands    Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proven backup yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last proven backup: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::HomePage</name>
    <message>
        <source>No pupils yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stand the numbers of each cohort and what is still to be done. Begin by importing the roster of the new pupils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pupils in school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pupils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Girls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last proven backup: %1, %2 pupils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no proven backup yet. A backup counts only once it was reopened and counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the whole register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pupils wait for a class (待分班).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and %1 more records with findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every record stands up to the rules of today.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::ImportDraft</name>
    <message>
        <source>Another piece of work is still running. Wait until it has ended or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::ImportPage</name>
    <message>
        <source>Reading the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking every row by the rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the import back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the marked sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 students enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the whole import?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enrolment of %1 students is declared void. Their numbers stay burnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The acts stay in the ledger; the same file can be imported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::ListExport</name>
    <message>
        <source>Export the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shall identity numbers, student numbers and phones be masked in the file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file with full numbers is not protected any more once it has left the register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In full ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who receives the list, and for what? The log keeps the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report to the education bureau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check with the national system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx);;Text (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::LogSection</name>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showed a masked item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewed the recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed an older copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::MainWindow</name>
    <message>
        <source>Xueji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked, because nobody was at the keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - Xueji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something you typed is not saved yet and would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup and check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Xueji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xueji %1, the student register of one school.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this computer, encrypted, without a network. Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::NavBar</name>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::NumberEdit</name>
    <message>
        <source>Show the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::NumberPanel</name>
    <message>
        <source>New student number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice of the bureau (may stay empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::OfficePage</name>
    <message>
        <source>Parts of the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup and check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School office</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::PaperPreview</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::PaperRun</name>
    <message>
        <source>Another piece of work is still running. Wait until it has ended or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files written to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters without a glyph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No installed font has these characters: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They would be left out on paper and had to be written by hand. Install a font that has them (Noto Serif CJK, or one for rare characters) to print them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print and write them by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pages sent to the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::PapersPage</name>
    <message>
        <source>What shall be printed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose students on the left, or the roster of a cohort. The paper stands here before it is printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page (Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+plus, Ctrl+minus, Ctrl+0 in the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One PDF each…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one PDF for each student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write everything into one PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print (Ctrl+P). Each print gets a number and is kept in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No installed font has these characters: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making %1 papers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 students chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the PDFs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::Places</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New pupils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School office</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::ProgressPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::RecordForm</name>
    <message>
        <source>Sections of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::RecordHeader</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohort, grade and class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number issued ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student number; the eye or F2 shows it, with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the student number that the bureau has issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the dossier of this student (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::RecordPage</name>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings, open points, numbers and acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground of the correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, and by which paper (may stay empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a student in the list, or type a name into the search box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules stand against it; see the marked fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the number: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why must it be seen? The log keeps the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check against the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry in the national system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the guardian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone right after saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this record meanwhile. Its present content is shown and what you typed is kept: look at it again, then save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed items of %2 are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the number and the day from which it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new student number holds; the old one stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void the act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason; it stays in the record for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered for another student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The act is void; the data before it hold again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the paper and the office that issued it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>findings: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open points: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::RecordSide</name>
    <message>
        <source>Findings today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules find nothing wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every paper has been seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper seen ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper seen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::RecoveryPage</name>
    <message>
        <source>Open and set the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seven groups of four; blanks and dashes do not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account of this register; its password is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with the recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::RecoveryStep</name>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery sheet as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If every password is lost, only this code opens the register; nobody else can help, not even who made the program. Print the sheet, put it into an envelope, seal it, and keep it in the safe. It is shown only now and stored nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To go on, type group %1 of the sheet:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet went to the printer. Check that it can be read before going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1. Print it and delete the file: whoever has it can open the register.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::ResultStep</name>
    <message>
        <source>See the students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the whole import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 students enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its students counts any more; their numbers stay burnt. The acts stay in the ledger as void.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1, from %2, in force from %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each child has a temporary student number and waits for a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows were left out. Put them right in the file and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows were in the register already and stayed as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be undone as a whole until a later act builds on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::SaveBar</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed items: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::SchoolSection</name>
    <message>
        <source>School code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>County or district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urban or rural</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Education bureau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As papers name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name and the choices of the lists must be filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The school's data were saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::SearchBox</name>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search students and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a place of the navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, discard or back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule and article of the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all choices of a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::StatusLine</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::StepList</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::StudentColumn</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolled on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::StudentsPage</name>
    <message>
        <source>Students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the columns of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the list as a spreadsheet, as it is filtered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print dossiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossiers of the chosen students (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No students yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The students of the school stand here once a roster has been imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a filter away or type less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 students written to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows copied for a spreadsheet, numbers masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the record	Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print dossiers	Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for a spreadsheet	Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the list ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filtered: %1 of %2 students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::Toast</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::UnlockPage</name>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another register…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new register…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password lost: use the recovery sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the register's folder (its name ends in .xueji)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a register first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your user name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::WindowSection</name>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock after minutes without a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers and the register's own terms are always Chinese.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock after minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register is closed and its data leave the memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xueji::Words</name>
    <message>
        <source>read records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manage accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the school's settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs at least 8 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs three of: capitals, small letters, digits, other characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done so: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%2” cannot be taken as %1. Please correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register has no item called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be changed here (rule %2): it is key data and needs its own application with papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account of the role %1 may not %2. Ask somebody whose role may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped on your wish. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user name or the password is wrong. Check Caps Lock and the keyboard language. Who has forgotten the password can use the recovery sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery code does not open this register. Compare it with the sheet group by group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is too weak: %1. A sentence of 20 characters or more also does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already an account named “%1”. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no active account named “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong passwords. Please wait %1 seconds and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no register at %1. Check the folder, or whether its drive is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already holds something. Choose another name or folder; nothing was overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a register of this program. Choose the folder whose name ends in .xueji.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register at %1 is damaged. Restore the last proven backup; the damaged one is kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This register was made by a newer version of the program (format %1, this one knows %2). Install the newer version; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register is open already: %1 on %2 since %3. Ask for it to be closed there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file %1 and its copy are damaged. Restore the last proven backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log was altered at line %1: it no longer fits together. Keep this copy as evidence and compare it with the last proven backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This register is older than its own keys say: somebody put an earlier copy in its place. Find out who restored it before going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys in %1 do not fit this database: they belong to another register, or its beginning is lost. Restore the last proven backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 is not there. Check its name, or whether its drive is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written to %1: it is read-only or belongs to somebody else. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of %1 is full. Nothing was changed; make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read. Check whether it is open elsewhere or its drive was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written. Close it if it is open in another program, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup at %1 could not be proven: it does not reopen or its counts differ. Do not rely on it; make another one on a different disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is empty. Choose the file that holds the roster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is too large (%2; the limit is %3). Split it by class or grade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is protected by a password. Open it in the spreadsheet program, save it without a password, and choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is no table this program can read. It reads xlsx, xls, ods and csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is damaged. Open it in the spreadsheet program and save it again, or ask the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 would unpack to far more than a roster holds. It was not opened; ask the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell %1 holds %2 characters; the limit is %3. Correct it in the spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 has more cells than the limit of %2. Delete empty rows and columns, or split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The characters of the file %1 cannot be recognised. Save it as xlsx, or as CSV in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line of the file was recognised as headers (found: %1). The headers should be those of the collection form, such as 姓名 and 身份证件号.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header “%1” stands over two columns. Delete or rename one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file lacks columns an import needs: %1. Add them and choose the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 has headers but no student below them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is of the school %1; this register is of the school %2. Nothing was taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No student with the number %1 is in this register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no batch %1 in this register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone any more, because something later stands on it: %1. Undo that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1 was made by %2; only that person can undo it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no act %1 in this register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done, because the rules refuse it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this record since you opened it. Look at it again before saving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fonts of this computer cannot draw: %1. Install a font that holds these characters (for example Noto Sans CJK or Plangothic); nothing was printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take the pages. Check whether it is switched on, or save a PDF instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program (%1). Nothing was changed; please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>xuejictl</name>
    <message>
        <source>Makes a register; the first account is a registrar. Prints the recovery secret once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a named account (its password from XUEJI_NEW_PASSWORD).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrols the children of a roster (xlsx, ods, xls, csv), as one batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes a whole import back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds students by name, pinyin, initials, number or phone; empty text: everyone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows one record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the rules over the whole register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the list of students as xlsx, csv or pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws dossiers as PDF, one file per student or one for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a backup, reopens it, checks and counts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts a backup in the register's place; the present register is moved aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks integrity, the chain of the log and the dated rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proof needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: xuejictl COMMAND ... [--json] [--lang zh|en]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REG is the folder of the register. The password is read from XUEJI_PASSWORD or from standard input (XUEJI_NEW_PASSWORD for a second one).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes: 0 done; 1 refused by a rule or a failed check; 2 wrong use; 3 cannot open; 4 input unreadable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seals of all pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chain of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head of the log beside the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dated rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>present records against the acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counts of batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files of papers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
