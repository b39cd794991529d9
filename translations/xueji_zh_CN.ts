<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>xueji::AccountsSection</name>
    <message>
        <source>Remove the account…</source>
        <translation>停用账户…</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>停用账户</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>停用日期</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Registrar: enters and changes. Principal: reads, approves, prints, sees the log. Helper: reads and prints. Auditor: the log only.</source>
        <translation>学籍管理员：录入和修改。校长：查阅、审批、打印、查看日志。经办人员：查阅和打印。审计员：只看日志。</translation>
    </message>
    <message>
        <source>The person should change it after signing in.</source>
        <translation>本人登录后应自行修改。</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新账户</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>修改我的密码</translation>
    </message>
    <message>
        <source>My password</source>
        <translation>我的密码</translation>
    </message>
    <message>
        <source>The password takes a second of arithmetic…</source>
        <translation>处理密码约需一秒…</translation>
    </message>
    <message>
        <source>Enter a name and choose a role.</source>
        <translation>请填写姓名并选择角色。</translation>
    </message>
    <message>
        <source>The account was added.</source>
        <translation>账户已添加。</translation>
    </message>
    <message>
        <source>Remove the account?</source>
        <translation>停用此账户？</translation>
    </message>
    <message>
        <source>%1 can no longer sign in. What this person entered keeps the name.</source>
        <translation>%1 将不能再登录；此人已录入的内容仍保留其姓名。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>The account was removed.</source>
        <translation>账户已停用。</translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type them again.</source>
        <translation>两次输入的密码不一致，请重新输入。</translation>
    </message>
    <message>
        <source>Your password was changed.</source>
        <translation>您的密码已修改。</translation>
    </message>
    <message>
        <source>Waits until the work that runs has ended…</source>
        <translation>正在等前面的工作做完…</translation>
    </message>
    <message>
        <source>Adding an account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Removing an account</source>
        <translation>停用账户</translation>
    </message>
    <message>
        <source>Changing a password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Another password is still being worked on. Wait until it has ended.</source>
        <translation>前一个密码还在处理，请等它做完。</translation>
    </message>
</context>
<context>
    <name>xueji::ActItem</name>
    <message>
        <source>voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Void ...</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Void this act</source>
        <translation>将此项业务作废</translation>
    </message>
    <message>
        <source>Entered %1 by %2</source>
        <translation>%2 于 %1 录入</translation>
    </message>
    <message>
        <source>Voids act no. %1</source>
        <translation>将第 %1 号业务作废</translation>
    </message>
    <message>
        <source>Ground: %1</source>
        <translation>事由：%1</translation>
    </message>
    <message>
        <source>On papers seen: %1</source>
        <translation>已核验证明材料：%1</translation>
    </message>
    <message>
        <source>Record opened with %1 items</source>
        <translation>建立学籍，共 %1 项</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Moves act no. %1</source>
        <translation>更正第 %1 号业务的日期</translation>
    </message>
    <message>
        <source>Act no. %1 done again</source>
        <translation>重做第 %1 号业务</translation>
    </message>
    <message>
        <source>Move the day ...</source>
        <translation>改日期…</translation>
    </message>
    <message>
        <source>Move the day of the enrolment</source>
        <translation>更改入学日期</translation>
    </message>
    <message>
        <source>The enrolment began on another day; it is judged like one of that day</source>
        <translation>实际入学是另一天；按那一天的规定重新审核</translation>
    </message>
    <message>
        <source>Declare this act void, together with the later acts that stand on it; they are named</source>
        <translation>连同以它为依据的后续业务一并作废；作废前会列出这些业务</translation>
    </message>
    <message>
        <source>Do again ...</source>
        <translation>重做…</translation>
    </message>
    <message>
        <source>Do this act again</source>
        <translation>重做此项业务</translation>
    </message>
    <message>
        <source>It was declared void wrongly: what it changed holds again, as a new act</source>
        <translation>作废有误：它改的内容作为一项新业务重新生效</translation>
    </message>
    <message>
        <source>Paper withdrawn</source>
        <translation>材料撤回</translation>
    </message>
    <message>
        <source>Paper seen</source>
        <translation>材料已核验</translation>
    </message>
    <message>
        <source>Declare this act void, with a reason; what stands without it holds</source>
        <translation>说明理由后将此项业务作废，以其余业务所记为准</translation>
    </message>
</context>
<context>
    <name>xueji::ActPanel</name>
    <message>
        <source>Ground</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>xueji::BackupSection</name>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Back up to another disk…</source>
        <translation>备份到其他磁盘…</translation>
    </message>
    <message>
        <source>Back up to another disk</source>
        <translation>备份到其他磁盘</translation>
    </message>
    <message>
        <source>Check the whole register</source>
        <translation>检查整本学籍册</translation>
    </message>
    <message>
        <source>Where to put the backup</source>
        <translation>备份保存在哪里</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>A backup is as encrypted as the register. It counts only once it was reopened, checked and counted. Keep one on a disk that does not stay with this computer.</source>
        <translation>备份与学籍册一样加密。只有重新打开、检查并清点过的备份才算数。请另存一份到不与本机放在一起的磁盘上。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Looks through every page of the file, the chain of the log, accounts and settings, and compares every act and every record with its seal.</source>
        <translation>逐页检查文件，核对日志链、账户和设置，并将每项业务、每条记录与其封签比对。</translation>
    </message>
    <message>
        <source>There is no proven backup yet.</source>
        <translation>尚无验证过的备份。</translation>
    </message>
    <message>
        <source>Last proven backup: %1, %2 pupils, %3 log lines (code %4)
%5</source>
        <translation>最近验证的备份：%1，学生 %2 人，日志 %3 行（校验码 %4）
%5</translation>
    </message>
    <message>
        <source>Making a backup and proving it</source>
        <translation>正在备份并验证</translation>
    </message>
    <message>
        <source>Proven: the copy was reopened and holds %1 pupils.</source>
        <translation>已验证：副本已重新打开，含学生 %1 人。</translation>
    </message>
    <message>
        <source>The backup was made and proven.</source>
        <translation>备份已完成并通过验证。</translation>
    </message>
    <message>
        <source>Checking the register</source>
        <translation>正在检查学籍册</translation>
    </message>
    <message>
        <source>Everything fits: %1 pupils, %2 acts, %3 log lines (code %4).</source>
        <translation>全部相符：学生 %1 人，业务 %2 项，日志 %3 行（校验码 %4）。</translation>
    </message>
    <message>
        <source>%1 faults. The first: %2 (%3)</source>
        <translation>发现 %1 处问题。第一处：%2（%3）</translation>
    </message>
</context>
<context>
    <name>xueji::BatchesModel</name>
    <message>
        <source>stands</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>undone %1 by %2</source>
        <translation>%1 由 %2 整批撤销</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>xueji::ChoiceBox</name>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
</context>
<context>
    <name>xueji::ChoicePanel</name>
    <message>
        <source>Add a student</source>
        <translation>添加学生</translation>
    </message>
    <message>
        <source>Add: name, pinyin, initials, number</source>
        <translation>添加：姓名、拼音、首字母或号码</translation>
    </message>
    <message>
        <source>Add a whole cohort</source>
        <translation>添加整个年级</translation>
    </message>
    <message>
        <source>Students chosen</source>
        <translation>已选学生</translation>
    </message>
    <message>
        <source>Remove the current student</source>
        <translation>移除当前学生</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Remove all students</source>
        <translation>移除所有学生</translation>
    </message>
    <message>
        <source>Cohort of the roster</source>
        <translation>花名册的年级</translation>
    </message>
    <message>
        <source>Stage of the roster</source>
        <translation>花名册的学段</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>入学年级</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>全部学段</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>学段</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Purpose, printed on each page</source>
        <translation>用途，印在每一页上</translation>
    </message>
    <message>
        <source>Numbers and phones in full</source>
        <translation>显示完整的证件号、学籍号和电话</translation>
    </message>
    <message>
        <source>Needs a purpose and is kept in the log</source>
        <translation>须填写用途，并记入日志</translation>
    </message>
    <message>
        <source>Numbers in full</source>
        <translation>显示完整号码</translation>
    </message>
    <message>
        <source>What are the full numbers needed for?</source>
        <translation>为什么需要完整号码？</translation>
    </message>
    <message>
        <source>Add a whole cohort…</source>
        <translation>添加整个年级…</translation>
    </message>
    <message>
        <source>%1 students</source>
        <translation>共 %1 人</translation>
    </message>
    <message>
        <source>Nobody chosen yet</source>
        <translation>尚未选择学生</translation>
    </message>
    <message>
        <source>Full numbers need a purpose.</source>
        <translation>显示完整号码须填写用途。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Take all out</source>
        <translation>全部移出</translation>
    </message>
</context>
<context>
    <name>xueji::ChosenStudents</name>
    <message>
        <source>Student number</source>
        <translation>学籍号</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>入学年级</translation>
    </message>
    <message>
        <source>Name of the student</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>xueji::ClassesPanel</name>
    <message>
        <source>Make these classes as well</source>
        <translation>同时设立这些班级</translation>
    </message>
    <message>
        <source>Make the classes that are not there yet</source>
        <translation>设立本校尚无的班级</translation>
    </message>
    <message>
        <source>Place by the protocol</source>
        <translation>按抽签记录编班</translation>
    </message>
    <message>
        <source>The first grade is placed by the protocol %1.</source>
        <translation>起始年级按抽签记录“%1”编班。</translation>
    </message>
    <message>
        <source>The classes of %1 children of a first grade are taken over only with the protocol of the draw; without it they stay unplaced.</source>
        <translation>起始年级有%1名学生的班级须凭均衡分班抽签记录编入；没有记录的，列为待分班。</translation>
    </message>
    <message>
        <source>The school does not have these classes yet: %1.</source>
        <translation>本校尚无这些班级：%1。</translation>
    </message>
</context>
<context>
    <name>xueji::ColumnDelegate</name>
    <message>
        <source>Item of the record</source>
        <translation>学籍项目</translation>
    </message>
</context>
<context>
    <name>xueji::ColumnsModel</name>
    <message>
        <source>taken over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>unknown, not taken over</source>
        <translation>无法识别，不导入</translation>
    </message>
    <message>
        <source>not kept in the record</source>
        <translation>不属于学籍项目</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Header in the file</source>
        <translation>文件中的表头</translation>
    </message>
    <message>
        <source>Item of the record</source>
        <translation>学籍项目</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>as the header says</source>
        <translation>按表头</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>不导入这一列</translation>
    </message>
    <message>
        <source>as chosen</source>
        <translation>按选定导入</translation>
    </message>
    <message>
        <source>as chosen for an earlier file</source>
        <translation>沿用上次选定</translation>
    </message>
    <message>
        <source>left out as chosen</source>
        <translation>按选定不导入</translation>
    </message>
    <message>
        <source>please choose</source>
        <translation>请选定</translation>
    </message>
    <message>
        <source>taken over by its place</source>
        <translation>按所在位置导入</translation>
    </message>
</context>
<context>
    <name>xueji::ColumnsStep</name>
    <message>
        <source>Columns of the file</source>
        <translation>文件的列</translation>
    </message>
    <message>
        <source>%1: headers stand in line %2; %3 columns are taken over, %4 rows follow.</source>
        <translation>%1：表头在第 %2 行；采用 %3 列，其下有 %4 行数据。</translation>
    </message>
    <message>
        <source>Items that must be filled and have no column: %1.</source>
        <translation>必填但文件中没有对应列的项目：%1。</translation>
    </message>
    <message>
        <source>See what was found</source>
        <translation>查看核查结果</translation>
    </message>
    <message>
        <source>Sheet whose columns are shown</source>
        <translation>所示列所在的工作表</translation>
    </message>
    <message>
        <source>Click an item, or press F2, to choose another one or leave the column out</source>
        <translation>点“对应项目”或按 F2，可改选项目或不导入这一列</translation>
    </message>
    <message>
        <source>%1 and others, %2 in all</source>
        <translation>%1 等共 %2 项</translation>
    </message>
    <message>
        <source>%1: headers stand in line %2; %3 columns are taken over.</source>
        <translation>%1：表头在第 %2 行，导入 %3 列。</translation>
    </message>
    <message>
        <source>%1 (to be chosen)</source>
        <translation>%1（待选定）</translation>
    </message>
    <message>
        <source>Columns that an import needs were not recognised: %1. Choose them in the list.</source>
        <translation>导入必需的列没有识别出来：%1。请在列表中选定。</translation>
    </message>
    <message>
        <source>Several columns could be %1: %2. Choose in the list what each of them is.</source>
        <translation>“%1”有几列都可能是：%2。请在列表中选定各列是什么。</translation>
    </message>
    <message>
        <source>Unknown columns, not taken over: %1. If one of them holds an item of the record, choose the item in the list.</source>
        <translation>无法识别、不导入的列：%1。如果其中有学籍项目，请在列表中选定对应的项目。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Sheets that are not imported: %1.</source>
        <translation>不导入的工作表：%1。</translation>
    </message>
</context>
<context>
    <name>xueji::Commands</name>
    <message>
        <source>Search students and commands</source>
        <translation>搜索学生和命令</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>回到刚才的位置</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>页面的下一个区域</translation>
    </message>
    <message>
        <source>Save or go on</source>
        <translation>保存或继续</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Settings of this window</source>
        <translation>本窗口设置</translation>
    </message>
    <message>
        <source>Backup and check</source>
        <translation>备份与检查</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>锁定窗口</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Xueji</source>
        <translation>关于本程序</translation>
    </message>
</context>
<context>
    <name>xueji::FieldEditor</name>
    <message>
        <source>Key data, not corrected directly (K01)</source>
        <translation>关键数据，不能直接修改（K01）</translation>
    </message>
</context>
<context>
    <name>xueji::FileStep</name>
    <message>
        <source>Earlier imports</source>
        <translation>以往的导入</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose the roster to import</source>
        <translation>选择要导入的名册</translation>
    </message>
    <message>
        <source>Choose the roster to import (Ctrl+O)</source>
        <translation>选择要导入的名册（Ctrl+O）</translation>
    </message>
    <message>
        <source>Entry year</source>
        <translation>入学年份</translation>
    </message>
    <message>
        <source>Takes effect on</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>1 September of the entry year unless another day is given</source>
        <translation>不另填写时为入学当年 9 月 1 日</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>名册文件</translation>
    </message>
    <message>
        <source>Nothing was imported yet. What is imported stands here and can be undone as a whole.</source>
        <translation>还没有导入过。导入的批次会列在这里，可以整批撤销。</translation>
    </message>
    <message>
        <source>Undo the whole import…</source>
        <translation>撤销整批导入…</translation>
    </message>
    <message>
        <source>Undo the chosen import</source>
        <translation>撤销所选的导入</translation>
    </message>
    <message>
        <source>xlsx, xls, ods or csv; any order of columns, titles and notes above them. A file can also be dropped here. Nothing is changed before the last step.</source>
        <translation>支持 xlsx、xls、ods、csv；列的顺序不限，上方可有标题和说明。也可以把文件拖到这里。最后一步之前不会有任何改动。</translation>
    </message>
    <message>
        <source>Format %1</source>
        <translation>格式 %1</translation>
    </message>
    <message>
        <source>encoding %1</source>
        <translation>编码 %1</translation>
    </message>
    <message>
        <source>encoding %1 (guessed)</source>
        <translation>编码 %1（推测）</translation>
    </message>
    <message>
        <source>separated by tabs</source>
        <translation>以制表符分隔</translation>
    </message>
    <message>
        <source>separated by semicolons</source>
        <translation>以分号分隔</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>以逗号分隔</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>共 %1 行</translation>
    </message>
    <message>
        <source>sheet “%1”: %2 lines</source>
        <translation>工作表“%1”：%2 行</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>尚未选择文件</translation>
    </message>
    <message>
        <source>Rosters (%1)</source>
        <translation>名册 (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件 (%1)</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>核查文件</translation>
    </message>
    <message>
        <source>Several sheets hold a roster: tick those that are to be imported.</source>
        <translation>有几张工作表都是名册：请勾选要导入的。</translation>
    </message>
    <message>
        <source>A whole school: each row by its own grade and month of entry</source>
        <translation>全校名册：各行按自己的年级和入学年月</translation>
    </message>
    <message>
        <source>The file holds a whole school</source>
        <translation>文件是全校名册</translation>
    </message>
    <message>
        <source>Cohort, stage and first day come from each row; numbers that it brings are kept</source>
        <translation>入学年级、学段和起始日由各行确定；已有的学籍号保留</translation>
    </message>
    <message>
        <source>Day of the list</source>
        <translation>名册日期</translation>
    </message>
</context>
<context>
    <name>xueji::FilterBar</name>
    <message>
        <source>Filter by name, pinyin, initials, number or phone</source>
        <translation>按姓名、拼音、首字母、号码或电话筛选</translation>
    </message>
    <message>
        <source>Name, pinyin, initials, number, phone</source>
        <translation>姓名、拼音、首字母、号码、电话</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>入学年级</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>班级</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>待分班</translation>
    </message>
    <message>
        <source>In a class</source>
        <translation>已分班</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
</context>
<context>
    <name>xueji::FilterChips</name>
    <message>
        <source>Remove the filter %1</source>
        <translation>取消筛选 %1</translation>
    </message>
</context>
<context>
    <name>xueji::FindingLabel</name>
    <message>
        <source>Refused</source>
        <translation>不予办理</translation>
    </message>
    <message>
        <source>Proof needed</source>
        <translation>须提供证明材料</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提醒</translation>
    </message>
</context>
<context>
    <name>xueji::FindingList</name>
    <message>
        <source>Findings</source>
        <translation>核查结果</translation>
    </message>
</context>
<context>
    <name>xueji::FindingsModel</name>
    <message>
        <source>Repaired</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>whole row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>处理级别</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>依据条款</translation>
    </message>
    <message>
        <source>What makes it right</source>
        <translation>如何改正</translation>
    </message>
</context>
<context>
    <name>xueji::FindingsStep</name>
    <message>
        <source>Save the marked sheet…</source>
        <translation>保存核查结果…</translation>
    </message>
    <message>
        <source>Save the sheet with marked cells and reasons</source>
        <translation>保存标出问题并附原因的表格</translation>
    </message>
    <message>
        <source>The same sheet as xlsx, faulty cells marked, reasons in the last column (Ctrl+E)</source>
        <translation>原表另存为 xlsx，标出有问题的单元格，原因写在最后一列（Ctrl+E）</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>核查结果</translation>
    </message>
    <message>
        <source>All or nothing</source>
        <translation>全部导入或都不导入</translation>
    </message>
    <message>
        <source>Enrol all rows or none</source>
        <translation>全部导入，或一行也不导入</translation>
    </message>
    <message>
        <source>Only the good rows</source>
        <translation>仅导入无问题的行</translation>
    </message>
    <message>
        <source>Enrol only the good rows</source>
        <translation>仅导入无问题的行</translation>
    </message>
    <message>
        <source>There is nobody new in this file; nothing would be changed.</source>
        <translation>文件中没有新的学生，不会有任何改动。</translation>
    </message>
    <message>
        <source>Not needed: no row is refused.</source>
        <translation>不需要：没有不予办理的行。</translation>
    </message>
    <message>
        <source>%1 rows would have to be put right in the file first; until then nobody is enrolled.</source>
        <translation>须先在表中改正 %1 行；在此之前一人也不建立学籍。</translation>
    </message>
    <message>
        <source>No row is good.</source>
        <translation>没有一行可以导入。</translation>
    </message>
    <message>
        <source>Nothing to show: no finding of the kinds chosen above.</source>
        <translation>没有内容：上面所选的类别中没有核查结果。</translation>
    </message>
    <message>
        <source>Choose a line to read it whole.</source>
        <translation>选中一行可查看全文。</translation>
    </message>
    <message>
        <source>Enrol %1 students</source>
        <translation>为 %1 名学生建立学籍</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>建立学籍</translation>
    </message>
    <message>
        <source>%1 checked.xlsx</source>
        <translation>%1 核查结果.xlsx</translation>
    </message>
    <message>
        <source>Save the marked sheet</source>
        <translation>保存核查结果</translation>
    </message>
    <message>
        <source>Workbooks (%1)</source>
        <translation>工作簿 (%1)</translation>
    </message>
    <message>
        <source>%1 rows: %2 can be taken over, %3 are refused, %4 differ from the record, %5 are in the register already. In %6 rows something was put right.</source>
        <translation>共%1行：可录入%2行，不予办理%3行，与档案不一致%4行，已有学籍%5行；有%6行作了规范。</translation>
    </message>
    <message>
        <source>Every row is good: all %1 are taken over at once.</source>
        <translation>全部无误：%1行一次录入。</translation>
    </message>
    <message>
        <source>%1 are taken over now, %2 are left out. Put the %2 right in the same file and import it again: the %1 are then recognised and left as they are.</source>
        <translation>现在录入%1行，%2行暂不录入。在同一文件中改正这%2行后重新导入即可：已录入的%1行会被识别，不再改动。</translation>
    </message>
    <message>
        <source>Take over %1 students</source>
        <translation>办理 %1 名学生</translation>
    </message>
    <message>
        <source>Enter papers…</source>
        <translation>录入证明材料…</translation>
    </message>
    <message>
        <source>Enter the papers of rows that need proof</source>
        <translation>为须提供证明材料的行录入材料</translation>
    </message>
    <message>
        <source>A column of the file is refused; see the findings. Take it out of the file first.</source>
        <translation>文件中有一列不得导入，见核查结果。请先从文件中删去这一列。</translation>
    </message>
    <message>
        <source>The list of papers has lines that fit no row; see the papers.</source>
        <translation>材料清单中有的行在名册中找不到，见“证明材料”。</translation>
    </message>
    <message>
        <source>%1 are taken over; the column is left out.</source>
        <translation>导入 %1 行，不含这一列。</translation>
    </message>
    <message>
        <source>Not before the list of papers is right.</source>
        <translation>材料清单改正后才能导入。</translation>
    </message>
</context>
<context>
    <name>xueji::FirstRunPage</name>
    <message>
        <source>Place</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>School</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>First account</source>
        <translation>首个账户</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复凭据</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next (Ctrl+Enter)</source>
        <translation>下一步（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A disk of this computer is best. Every file in it is encrypted.</source>
        <translation>最好放在本机硬盘上。其中每个文件都是加密的。</translation>
    </message>
    <message>
        <source>The register becomes a folder of this name.</source>
        <translation>学籍册将成为一个以此命名的文件夹。</translation>
    </message>
    <message>
        <source>Where to keep the register</source>
        <translation>学籍册保存在哪里</translation>
    </message>
    <message>
        <source>Xueji keeps the student register of one school on this computer, encrypted, without a network.</source>
        <translation>本程序把一所学校的学籍加密保存在这台电脑上，不联网。</translation>
    </message>
    <message>
        <source>School code</source>
        <translation>学校标识码</translation>
    </message>
    <message>
        <source>School name</source>
        <translation>学校名称</translation>
    </message>
    <message>
        <source>County or district</source>
        <translation>所在县（区）</translation>
    </message>
    <message>
        <source>Code, name or initials</source>
        <translation>代码、名称或拼音首字母</translation>
    </message>
    <message>
        <source>Ten digits, as the education bureau assigned it.</source>
        <translation>十位数字，以教育行政部门核发的为准。</translation>
    </message>
    <message>
        <source>In full, as on the seal.</source>
        <translation>填写全称，与公章一致。</translation>
    </message>
    <message>
        <source>Offered once the school code is known.</source>
        <translation>填好标识码后即可选择。</translation>
    </message>
    <message>
        <source>The school</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>Kind of school and its grades follow from the code; they can be changed later.</source>
        <translation>办学类型和年级由标识码推定，以后可以修改。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再次输入密码</translation>
    </message>
    <message>
        <source>Everything entered in the register carries this name.</source>
        <translation>您录入的每一项内容都会记下这个姓名。</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>大写锁定（Caps Lock）似乎已打开。</translation>
    </message>
    <message>
        <source>The first account</source>
        <translation>首个账户</translation>
    </message>
    <message>
        <source>The first account is the registrar's (学籍管理员). Further accounts are added later, each person with an own one. A sentence that only you know makes the best password.</source>
        <translation>第一个账户是学籍管理员的。其他账户以后再添加，每人一个，不共用。最好的密码是一句只有您自己知道的话。</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入名册</translation>
    </message>
    <message>
        <source>Open the register</source>
        <translation>打开学籍册</translation>
    </message>
    <message>
        <source>The register is ready</source>
        <translation>学籍册已建好</translation>
    </message>
    <message>
        <source>It is empty. Bring in the new pupils from a spreadsheet as your office has it, or look around first.</source>
        <translation>学籍册现在是空的。可以从现有的电子表格导入新生，也可以先看一看。</translation>
    </message>
    <message>
        <source>Create the register</source>
        <translation>建立学籍册</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Making the register; the password takes a second of arithmetic…</source>
        <translation>正在建立学籍册，处理密码约需一秒…</translation>
    </message>
    <message>
        <source>At least 8 characters; still missing: %1.</source>
        <translation>至少 8 个字符；还差 %1 个。</translation>
    </message>
    <message>
        <source>Three of these are needed: capitals, small letters, digits, other characters; or a sentence of 20 characters or more.</source>
        <translation>需含大写字母、小写字母、数字、其他字符中的三类；或使用 20 个字符以上的一句话。</translation>
    </message>
    <message>
        <source>The two passwords are not the same yet.</source>
        <translation>两次输入的密码还不一致。</translation>
    </message>
    <message>
        <source>This password is good enough.</source>
        <translation>密码强度足够。</translation>
    </message>
    <message>
        <source>This folder does not exist. Choose another one, or make it first.</source>
        <translation>此文件夹不存在。请换一个，或先建立它。</translation>
    </message>
    <message>
        <source>Nothing can be written into this folder. Choose another one.</source>
        <translation>此文件夹无法写入，请换一个。</translation>
    </message>
    <message>
        <source>Give the register a name without the characters &lt; &gt; : " / \ | ? *.</source>
        <translation>请给学籍册起一个名称，不能含有 &lt; &gt; : " / \ | ? * 等字符。</translation>
    </message>
    <message>
        <source>There is something of this name already. Choose another name.</source>
        <translation>已有同名的文件或文件夹，请换一个名称。</translation>
    </message>
    <message>
        <source>The school code has ten digits, for example 21 for a primary school, then the province, then six digits.</source>
        <translation>学校标识码为十位数字：前两位为类别（如小学 21），接着两位为省份，再加六位数字。</translation>
    </message>
    <message>
        <source>The first two digits of the school code are no kind of school whose pupils have a student number. 21 is a primary school, 31 a junior school, 34 a senior school.</source>
        <translation>标识码前两位不是有学籍的学校类别。21 为小学，31 为初中，34 为高中。</translation>
    </message>
    <message>
        <source>Enter the school's name.</source>
        <translation>请填写学校名称。</translation>
    </message>
    <message>
        <source>Choose the county or district the school stands in.</source>
        <translation>请选择学校所在的县（市、区）。</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>请填写您的姓名。</translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type them again.</source>
        <translation>两次输入的密码不一致，请重新输入。</translation>
    </message>
    <message>
        <source>Bring a backup back…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Was there a register already, on another computer?</source>
        <translation>以前在别的电脑上已有学籍册？</translation>
    </message>
</context>
<context>
    <name>xueji::Frame</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search students and commands    Ctrl+K</source>
        <translation>搜索学生、命令    Ctrl+K</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>返回（Alt+←）</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>锁定（Ctrl+L）</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No proven backup yet</source>
        <translation>尚无验证过的备份</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Last proven backup: %1</source>
        <translation>最近验证的备份 %1</translation>
    </message>
    <message>
        <source>%1 waits until this has ended: %2</source>
        <translation>“%1”已排队，等这项工作做完即办：%2</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>不等了</translation>
    </message>
    <message>
        <source>%1 is being done…</source>
        <translation>正在办理：%1…</translation>
    </message>
</context>
<context>
    <name>xueji::HomePage</name>
    <message>
        <source>No pupils yet</source>
        <translation>还没有学生</translation>
    </message>
    <message>
        <source>Here stand the numbers of each cohort and what is still to be done. Begin by importing the roster of the new pupils.</source>
        <translation>这里显示各年级人数和待办事项。请先导入新生名册。</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入名册</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Pupils in school</source>
        <translation>在校学生</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Latest imports</source>
        <translation>最近的导入</translation>
    </message>
    <message>
        <source>%1 pupils</source>
        <translation>共 %1 人</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>入学年级</translation>
    </message>
    <message>
        <source>Boys</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Girls</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Without class</source>
        <translation>待分班</translation>
    </message>
    <message>
        <source>Last proven backup: %1, %2 pupils.</source>
        <translation>最近验证的备份：%1，学生 %2 人。</translation>
    </message>
    <message>
        <source>There is no proven backup yet. A backup counts only once it was reopened and counted.</source>
        <translation>尚无验证过的备份。只有重新打开并清点过的备份才算数。</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已整批撤销</translation>
    </message>
    <message>
        <source>%1 enrolled</source>
        <translation>建籍 %1 人</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>还没有导入过名册。</translation>
    </message>
    <message>
        <source>Check the whole register</source>
        <translation>检查整本学籍册</translation>
    </message>
    <message>
        <source>%1 pupils wait for a class (待分班).</source>
        <translation>%1 名学生待分班。</translation>
    </message>
    <message>
        <source>Every record stands up to the rules of today.</source>
        <translation>所有学籍记录均符合建籍时适用的规定。</translation>
    </message>
    <message>
        <source>%1 records in all</source>
        <translation>共 %1 条</translation>
    </message>
    <message>
        <source>Checking the whole register</source>
        <translation>检查整本学籍册</translation>
    </message>
</context>
<context>
    <name>xueji::ImportDraft</name>
    <message>
        <source>%1 students enrolled</source>
        <translation>已为 %1 名学生建立学籍</translation>
    </message>
    <message>
        <source>%1 students taken over</source>
        <translation>已办理 %1 名学生</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Checking every row by the rules…</source>
        <translation>正在逐行按规则核查…</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>正在建立学籍…</translation>
    </message>
    <message>
        <source>Taking the import back…</source>
        <translation>正在撤销导入…</translation>
    </message>
    <message>
        <source>Writing the marked sheet…</source>
        <translation>正在写标注表…</translation>
    </message>
</context>
<context>
    <name>xueji::ImportPage</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列对应</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>核查结果</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>返回上一步</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The import was taken back</source>
        <translation>导入已撤销</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1 · %2 rows</source>
        <translation>%1 · %2 行</translation>
    </message>
    <message>
        <source>Undo the whole import?</source>
        <translation>撤销整批导入？</translation>
    </message>
    <message>
        <source>The enrolment of %1 students is declared void. Numbers made here stay burnt.</source>
        <translation>%1 名学生的学籍将作废，校内临时编号不再使用。</translation>
    </message>
    <message>
        <source>The acts stay in the ledger; the same file can be imported again.</source>
        <translation>各项业务仍留在台账中；同一份文件可以再次导入。</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入名册</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>证明材料</translation>
    </message>
</context>
<context>
    <name>xueji::JobPanel</name>
    <message>
        <source>%1 - waits for the work before it</source>
        <translation>%1（排队中，等前面的工作做完）</translation>
    </message>
</context>
<context>
    <name>xueji::ListExport</name>
    <message>
        <source>Export the list</source>
        <translation>导出名单</translation>
    </message>
    <message>
        <source>Shall identity numbers, student numbers and phones be masked in the file?</source>
        <translation>文件中的身份证件号、学籍号和电话是否脱敏？</translation>
    </message>
    <message>
        <source>A file with full numbers is not protected any more once it has left the register.</source>
        <translation>含完整号码的文件离开学籍册后不再受保护。</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>脱敏导出</translation>
    </message>
    <message>
        <source>In full ...</source>
        <translation>完整导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Purpose of the export</source>
        <translation>导出用途</translation>
    </message>
    <message>
        <source>Who receives the list, and for what? The log keeps the answer.</source>
        <translation>名单交给谁、作何用途？回答将记入日志。</translation>
    </message>
    <message>
        <source>Report to the education bureau</source>
        <translation>报送教育局</translation>
    </message>
    <message>
        <source>Check with the national system</source>
        <translation>与全国学籍系统核对</translation>
    </message>
    <message>
        <source>students</source>
        <translation>学生名单</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx);;Text (*.csv)</source>
        <translation>电子表格 (*.xlsx);;文本 (*.csv)</translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation>导出名册</translation>
    </message>
    <message>
        <source>In full as %1 ...</source>
        <translation>完整，按“%1”格式…</translation>
    </message>
</context>
<context>
    <name>xueji::LogSection</name>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Failed to sign in</source>
        <translation>登录失败</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>查阅</translation>
    </message>
    <message>
        <source>Showed a masked item</source>
        <translation>查看脱敏内容</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Undid</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Added an account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Removed an account</source>
        <translation>停用账户</translation>
    </message>
    <message>
        <source>Changed a password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Renewed the recovery sheet</source>
        <translation>重新生成恢复凭据</translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation>修改设置</translation>
    </message>
    <message>
        <source>Updated the format</source>
        <translation>更新格式</translation>
    </message>
    <message>
        <source>Noticed an older copy</source>
        <translation>发现数据被旧版本替换</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Was witness</source>
        <translation>到场见证</translation>
    </message>
    <message>
        <source>Confirmed the clock</source>
        <translation>确认了时钟</translation>
    </message>
    <message>
        <source>Approved or refused</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Withdrew a case</source>
        <translation>撤回待办业务</translation>
    </message>
</context>
<context>
    <name>xueji::MainWindow</name>
    <message>
        <source>Xueji</source>
        <translation>学籍</translation>
    </message>
    <message>
        <source>Locked, because nobody was at the keyboard.</source>
        <translation>因长时间无人操作，窗口已锁定。</translation>
    </message>
    <message>
        <source>%1 - Xueji</source>
        <translation>%1 - 学籍</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的修改</translation>
    </message>
    <message>
        <source>Something you typed is not saved yet and would be lost.</source>
        <translation>有内容尚未保存，离开后将丢失。</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>About Xueji</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>Xueji %1, the student register of one school.</source>
        <translation>学籍 %1，一所学校的学籍册。</translation>
    </message>
    <message>
        <source>Kept on this computer, encrypted, without a network. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>数据加密保存在本机，不联网。本程序是自由软件，依 GNU 通用公共许可证第 3 版或更高版本发布。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Work is not finished</source>
        <translation>还有工作没有做完</translation>
    </message>
    <message>
        <source>Still running: %1</source>
        <translation>正在进行：%1</translation>
    </message>
    <message>
        <source>%1 more wait behind it and would not be done.</source>
        <translation>另有 %1 项在排队，停止后不再办理。</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What is stopped leaves the records as they were.</source>
        <translation>停止后，学籍信息保持原样。</translation>
    </message>
</context>
<context>
    <name>xueji::NavBar</name>
    <message>
        <source>Places</source>
        <translation>导航</translation>
    </message>
</context>
<context>
    <name>xueji::NoticeWords</name>
    <message>
        <source>seals of all pages</source>
        <translation>全部数据页的校验</translation>
    </message>
    <message>
        <source>references</source>
        <translation>数据引用</translation>
    </message>
    <message>
        <source>chain of the log</source>
        <translation>日志链</translation>
    </message>
    <message>
        <source>head of the log beside the keys</source>
        <translation>密钥文件中的日志链头</translation>
    </message>
    <message>
        <source>tables and triggers</source>
        <translation>数据表和触发器</translation>
    </message>
    <message>
        <source>accounts against the log</source>
        <translation>账户与日志对照</translation>
    </message>
    <message>
        <source>settings against the log</source>
        <translation>设置与日志对照</translation>
    </message>
    <message>
        <source>acts and facts against their seals</source>
        <translation>业务和事实与封签对照</translation>
    </message>
    <message>
        <source>present records against the facts</source>
        <translation>现有记录与事实对照</translation>
    </message>
    <message>
        <source>counts of batches</source>
        <translation>批次计数</translation>
    </message>
    <message>
        <source>classes whose number could not be read from their text</source>
        <translation>未能从文字读出班号的班级</translation>
    </message>
    <message>
        <source>records whose items could not be read</source>
        <translation>信息项未能读出的记录</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>On %1 this register was brought from format %2 to format %3.</source>
        <translation>本学籍册于 %1 由格式 %2 升级到格式 %3。</translation>
    </message>
    <message>
        <source>Even before that, these did not fit: %1. The new format was made from what was there; the old register lies among the backups.</source>
        <translation>升级之前就已有不符之处：%1。新格式按当时的内容生成；旧学籍册保存在备份中。</translation>
    </message>
    <message>
        <source>Please look at: %1.</source>
        <translation>请查看：%1。</translation>
    </message>
</context>
<context>
    <name>xueji::NumberEdit</name>
    <message>
        <source>Show the number</source>
        <translation>显示号码</translation>
    </message>
    <message>
        <source>Hide the number</source>
        <translation>隐藏号码</translation>
    </message>
</context>
<context>
    <name>xueji::NumberPanel</name>
    <message>
        <source>New student number</source>
        <translation>新学籍号</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Number issued</source>
        <translation>学籍号下发</translation>
    </message>
    <message>
        <source>Notice of the bureau (may stay empty)</source>
        <translation>教育局下发通知（可不填）</translation>
    </message>
    <message>
        <source>Enter the number</source>
        <translation>录入学籍号</translation>
    </message>
</context>
<context>
    <name>xueji::NumbersModel</name>
    <message>
        <source>to be recorded</source>
        <translation>待录入</translation>
    </message>
    <message>
        <source>in the record already</source>
        <translation>已有此号</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number in the record</source>
        <translation>本校现有</translation>
    </message>
    <message>
        <source>Number in the list</source>
        <translation>清单中</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>处理</translation>
    </message>
</context>
<context>
    <name>xueji::NumbersPage</name>
    <message>
        <source>Numbers of the national system</source>
        <translation>国家系统学籍号</translation>
    </message>
    <message>
        <source>Leave out the rows that are refused</source>
        <translation>不含不予办理的行</translation>
    </message>
    <message>
        <source>Record the numbers</source>
        <translation>录入学籍号</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Choose a list…</source>
        <translation>选择清单…</translation>
    </message>
    <message>
        <source>Choose the list of numbers</source>
        <translation>选择学籍号清单</translation>
    </message>
    <message>
        <source>Choose the list of numbers (Ctrl+O)</source>
        <translation>选择学籍号清单（Ctrl+O）</translation>
    </message>
    <message>
        <source>Numbers hold from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Lines of the list</source>
        <translation>清单各行</translation>
    </message>
    <message>
        <source>Lists (%1)</source>
        <translation>清单（%1）</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件（%1）</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Comparing with the register…</source>
        <translation>正在与本校学籍核对…</translation>
    </message>
    <message>
        <source>Recording the numbers…</source>
        <translation>正在录入学籍号…</translation>
    </message>
    <message>
        <source>%1 numbers recorded</source>
        <translation>已录入 %1 个学籍号</translation>
    </message>
    <message>
        <source>Undo the whole list?</source>
        <translation>整批撤销这份清单？</translation>
    </message>
    <message>
        <source>The recording of these numbers is declared void; the children have the numbers of before again.</source>
        <translation>这批学籍号的录入将作废，学生恢复原来的编号。</translation>
    </message>
    <message>
        <source>Undo the list</source>
        <translation>整批撤销</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Taking the list back…</source>
        <translation>正在整批撤销…</translation>
    </message>
    <message>
        <source>The list was taken back</source>
        <translation>清单已整批撤销</translation>
    </message>
    <message>
        <source>No list chosen yet</source>
        <translation>尚未选择清单</translation>
    </message>
    <message>
        <source>%1 rows: %2 numbers are new, %3 are in the record already, %4 differ or cannot be used. Nothing is overwritten.</source>
        <translation>共%1行：%2个可录入，%3个已有，%4个不一致或不能使用。已有内容不会被覆盖。</translation>
    </message>
    <message>
        <source>Several sheets hold a list: tick those that are to be read.</source>
        <translation>有几个工作表是清单：请勾选要读取的。</translation>
    </message>
    <message>
        <source>A list that the national system has exported, with the columns 姓名, 身份证件号 and 学籍号. It is compared first; nothing is changed before you record it.</source>
        <translation>国家学籍系统导出的清单，含姓名、身份证件号、学籍号三列。先核对，点录入之前不作改动。</translation>
    </message>
    <message>
        <source>Leave out the %1 rows that are refused</source>
        <translation>不含不予办理的 %1 行</translation>
    </message>
    <message>
        <source>Record %1 numbers</source>
        <translation>录入 %1 个学籍号</translation>
    </message>
    <message>
        <source>%1 · %2 rows</source>
        <translation>%1 · %2 行</translation>
    </message>
    <message>
        <source>Several columns could be %1: %2. Rename or delete the others in the file and choose it again.</source>
        <translation>“%1”有几列都可能是：%2。请在文件中改名或删去其余列，再重新选择。</translation>
    </message>
</context>
<context>
    <name>xueji::OfficePage</name>
    <message>
        <source>Parts of the office</source>
        <translation>办公分类</translation>
    </message>
    <message>
        <source>School</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Backup and check</source>
        <translation>备份与检查</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>School office</source>
        <translation>系统管理</translation>
    </message>
</context>
<context>
    <name>xueji::PaperFields</name>
    <message>
        <source>Number of the paper</source>
        <translation>材料编号</translation>
    </message>
    <message>
        <source>Who issued the paper</source>
        <translation>材料出具单位</translation>
    </message>
    <message>
        <source>Day of the paper</source>
        <translation>材料出具日期</translation>
    </message>
    <message>
        <source>Level of the issuer</source>
        <translation>出具单位级别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>出具单位</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>出具日期</translation>
    </message>
</context>
<context>
    <name>xueji::PaperPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>xueji::PaperRun</name>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>%1 files written to %2</source>
        <translation>已写入 %1 个文件，在 %2</translation>
    </message>
    <message>
        <source>Characters without a glyph</source>
        <translation>有无法打印的字</translation>
    </message>
    <message>
        <source>No installed font has these characters: %1</source>
        <translation>已安装的字体都没有这些字：%1</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>不打印</translation>
    </message>
    <message>
        <source>%1 pages sent to the printer</source>
        <translation>已送打印 %1 页</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>没有打印。</translation>
    </message>
    <message>
        <source>Making %1 papers…</source>
        <translation>正在制作 %1 份表册…</translation>
    </message>
    <message>
        <source>An empty box stands for each, and the margin names it, to be written by hand. Install a font that has them (Noto Serif CJK, or one for rare characters) to print them.</source>
        <translation>缺字处印成方框，并在页边注明，请手写补入。要印出这些字，请安装含有它们的字体（Noto Serif CJK 或生僻字字体）。</translation>
    </message>
    <message>
        <source>Print, with the characters named in the margin</source>
        <translation>打印，缺字在页边注明</translation>
    </message>
    <message>
        <source>Print the other %1 papers only</source>
        <translation>只打印其余 %1 份</translation>
    </message>
    <message>
        <source>%1 papers were left out.</source>
        <translation>另有 %1 份没有打印。</translation>
    </message>
</context>
<context>
    <name>xueji::PapersPage</name>
    <message>
        <source>What shall be printed?</source>
        <translation>要打印什么？</translation>
    </message>
    <message>
        <source>Choose students on the left, or the roster of a cohort. The paper stands here before it is printed.</source>
        <translation>在左侧选择学生，或选择一个年级的花名册。打印之前，表册会先显示在这里。</translation>
    </message>
    <message>
        <source>Previous student</source>
        <translation>上一名学生</translation>
    </message>
    <message>
        <source>Next student</source>
        <translation>下一名学生</translation>
    </message>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>上一页（Page Up）</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>下一页（Page Down）</translation>
    </message>
    <message>
        <source>Size of the preview</source>
        <translation>预览大小</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>适合页宽</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Ctrl+plus, Ctrl+minus, Ctrl+0 in the preview</source>
        <translation>在预览中按 Ctrl+加号、Ctrl+减号、Ctrl+0</translation>
    </message>
    <message>
        <source>One PDF each…</source>
        <translation>每人一份 PDF…</translation>
    </message>
    <message>
        <source>Write one PDF for each student</source>
        <translation>每名学生写一个 PDF</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Write everything into one PDF</source>
        <translation>全部写入一个 PDF</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print (Ctrl+P). Each print gets a number and is kept in the log.</source>
        <translation>打印（Ctrl+P）。每次打印都有编号，并记入日志。</translation>
    </message>
    <message>
        <source>No installed font has these characters: %1</source>
        <translation>已安装的字体都没有这些字：%1</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（第 %2 份，共 %3 份）</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>%1 students chosen</source>
        <translation>已选 %1 人</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>共 %1 页</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>PDF (%1)</source>
        <translation>PDF (%1)</translation>
    </message>
    <message>
        <source>Folder for the PDFs</source>
        <translation>存放 PDF 的文件夹</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>表册打印</translation>
    </message>
</context>
<context>
    <name>xueji::PlacementPanel</name>
    <message>
        <source>Class</source>
        <translation>班级</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Why (may stay empty)</source>
        <translation>原因（可不填）</translation>
    </message>
    <message>
        <source>Enter the class</source>
        <translation>录入班级</translation>
    </message>
    <message>
        <source>%1 (%2 children)</source>
        <translation>%1（%2人）</translation>
    </message>
    <message>
        <source>There is no class of this stage and cohort yet.</source>
        <translation>本学段、本入学年级还没有班级。</translation>
    </message>
    <message>
        <source>%1 (from %2)</source>
        <translation>%1（%2起）</translation>
    </message>
</context>
<context>
    <name>xueji::Places</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>New pupils</source>
        <translation>新生入学</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>表册打印</translation>
    </message>
    <message>
        <source>School office</source>
        <translation>系统管理</translation>
    </message>
    <message>
        <source>System numbers</source>
        <translation>学籍号下发</translation>
    </message>
</context>
<context>
    <name>xueji::ProgressPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>约剩 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>约剩 %1 分钟</translation>
    </message>
</context>
<context>
    <name>xueji::ProofModel</name>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>What needs proof</source>
        <translation>须证明的事项</translation>
    </message>
    <message>
        <source>Papers given</source>
        <translation>已录入的材料</translation>
    </message>
</context>
<context>
    <name>xueji::ProofStep</name>
    <message>
        <source>Read a list of papers…</source>
        <translation>读取材料清单…</translation>
    </message>
    <message>
        <source>Read a list of papers from a file</source>
        <translation>从文件读取材料清单</translation>
    </message>
    <message>
        <source>Rows that need proof</source>
        <translation>须提供证明材料的行</translation>
    </message>
    <message>
        <source>Which paper it is</source>
        <translation>材料种类</translation>
    </message>
    <message>
        <source>Add this paper</source>
        <translation>添加这份材料</translation>
    </message>
    <message>
        <source>Add this paper to the row</source>
        <translation>为这一行添加材料</translation>
    </message>
    <message>
        <source>Take the papers of the row away</source>
        <translation>移除这一行的材料</translation>
    </message>
    <message>
        <source>All of these papers are needed.</source>
        <translation>以上材料须齐全。</translation>
    </message>
    <message>
        <source>Line %1 of the list: %2</source>
        <translation>清单第 %1 行：%2</translation>
    </message>
    <message>
        <source>and %1 lines more</source>
        <translation>另有 %1 行</translation>
    </message>
    <message>
        <source>Read a list of papers</source>
        <translation>读取材料清单</translation>
    </message>
    <message>
        <source>Lists (%1)</source>
        <translation>清单（%1）</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件（%1）</translation>
    </message>
    <message>
        <source>%1 rows are taken over only with proof. Enter the papers that lie before you; rows without them stay out.</source>
        <translation>有 %1 行须提供证明材料才能导入。请录入手头的材料；没有材料的行不导入。</translation>
    </message>
    <message>
        <source>Check again with these papers</source>
        <translation>带上材料重新核查</translation>
    </message>
    <message>
        <source>Take the list away</source>
        <translation>移除清单</translation>
    </message>
    <message>
        <source>Take the list of papers away</source>
        <translation>移除材料清单</translation>
    </message>
</context>
<context>
    <name>xueji::RecordActs</name>
    <message>
        <source>The rules refuse it</source>
        <translation>按规定不予办理</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Later acts stand on it</source>
        <translation>后面有业务以它为依据</translation>
    </message>
    <message>
        <source>This act can be declared void only together with what stands on it, the newest first:</source>
        <translation>此项业务只能连同以它为依据的业务一并作废，从最后一项起：</translation>
    </message>
    <message>
        <source>Void all %1 acts</source>
        <translation>%1 项一并作废</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Void the act</source>
        <translation>作废业务</translation>
    </message>
    <message>
        <source>Reason; it stays in the record for ever.</source>
        <translation>作废理由，将永久保留在学籍中。</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>录入有误</translation>
    </message>
    <message>
        <source>Entered for another student</source>
        <translation>误录到其他学生</translation>
    </message>
    <message>
        <source>Do the act again</source>
        <translation>重做业务</translation>
    </message>
    <message>
        <source>Why it holds after all</source>
        <translation>为什么仍然有效</translation>
    </message>
    <message>
        <source>Declared void by mistake</source>
        <translation>误作废</translation>
    </message>
    <message>
        <source>The act is done again, as a new one.</source>
        <translation>已作为一项新业务重做。</translation>
    </message>
    <message>
        <source>Move the day of the enrolment</source>
        <translation>更改入学日期</translation>
    </message>
    <message>
        <source>Day on which the enrolment really began</source>
        <translation>实际入学的日期</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>The day was entered wrongly</source>
        <translation>日期录错</translation>
    </message>
    <message>
        <source>Came on another day</source>
        <translation>实际报到日不同</translation>
    </message>
    <message>
        <source>The enrolment now begins on %1.</source>
        <translation>入学日期已改为 %1。</translation>
    </message>
    <message>
        <source>Number of the paper and the office that issued it</source>
        <translation>材料编号和出具单位</translation>
    </message>
    <message>
        <source>Noted: %1</source>
        <translation>已登记：%1</translation>
    </message>
    <message>
        <source>The act is void; what stands without it holds.</source>
        <translation>业务已作废，现以其余业务所记为准。</translation>
    </message>
    <message>
        <source>%1 acts are void; what stands without them holds.</source>
        <translation>已作废 %1 项业务，现以其余业务所记为准。</translation>
    </message>
    <message>
        <source>Taking an act back</source>
        <translation>作废一项业务</translation>
    </message>
    <message>
        <source>Doing an act again</source>
        <translation>重新办理一项业务</translation>
    </message>
    <message>
        <source>Moving the day of an enrolment</source>
        <translation>更正入学日期</translation>
    </message>
    <message>
        <source>Noting a paper</source>
        <translation>登记证明材料</translation>
    </message>
    <message>
        <source>Office that issued the paper</source>
        <translation>材料的出具单位</translation>
    </message>
</context>
<context>
    <name>xueji::RecordForm</name>
    <message>
        <source>Sections of the record</source>
        <translation>学籍信息分类</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>学籍信息</translation>
    </message>
</context>
<context>
    <name>xueji::RecordHeader</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Cohort, grade and class</source>
        <translation>入学年级、年级和班级</translation>
    </message>
    <message>
        <source>Student number</source>
        <translation>学籍号</translation>
    </message>
    <message>
        <source>Number issued ...</source>
        <translation>学籍号下发…</translation>
    </message>
    <message>
        <source>Print dossier</source>
        <translation>打印学籍卡</translation>
    </message>
    <message>
        <source>Student number; the eye or F2 shows it, with a reason</source>
        <translation>学籍号；点眼睛或按 F2，说明理由后显示</translation>
    </message>
    <message>
        <source>Enter the student number that the bureau has issued</source>
        <translation>录入教育局下发的学籍号</translation>
    </message>
    <message>
        <source>Print the dossier of this student (Ctrl+P)</source>
        <translation>打印该生学籍卡（Ctrl+P）</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>待分班</translation>
    </message>
    <message>
        <source>Class ...</source>
        <translation>编班…</translation>
    </message>
    <message>
        <source>Place in a class, or move to another</source>
        <translation>编入班级或调班</translation>
    </message>
    <message>
        <source>Whether the student number is still to come</source>
        <translation>学籍号是否待下发</translation>
    </message>
</context>
<context>
    <name>xueji::RecordPage</name>
    <message>
        <source>Record</source>
        <translation>学籍信息</translation>
    </message>
    <message>
        <source>Findings, open points, numbers and acts</source>
        <translation>问题、待办、学籍号和业务记录</translation>
    </message>
    <message>
        <source>Ground of the correction</source>
        <translation>变更事由</translation>
    </message>
    <message>
        <source>Why, and by which paper (may stay empty)</source>
        <translation>变更原因和证明材料（可不填）</translation>
    </message>
    <message>
        <source>No record is open</source>
        <translation>未打开学籍</translation>
    </message>
    <message>
        <source>Choose a student in the list, or type a name into the search box.</source>
        <translation>请在学生名单中选择，或在搜索框输入姓名。</translation>
    </message>
    <message>
        <source>To the students</source>
        <translation>打开学生名单</translation>
    </message>
    <message>
        <source>The rules stand against it; see the marked fields.</source>
        <translation>不符合规定，请看标出的项目。</translation>
    </message>
    <message>
        <source>Show the number: %1</source>
        <translation>显示号码：%1</translation>
    </message>
    <message>
        <source>Why must it be seen? The log keeps the answer.</source>
        <translation>为何需要查看？回答将记入日志。</translation>
    </message>
    <message>
        <source>Check against the document</source>
        <translation>与证件核对</translation>
    </message>
    <message>
        <source>Entry in the national system</source>
        <translation>录入全国学籍系统</translation>
    </message>
    <message>
        <source>Call the guardian</source>
        <translation>联系监护人</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Undone right after saving</source>
        <translation>保存后随即作废</translation>
    </message>
    <message>
        <source>Somebody changed this record meanwhile. Its present content is shown and what you typed is kept: look at it again, then save.</source>
        <translation>该学籍刚被他人修改。现已显示最新内容，您输入的内容仍保留：请再看一遍后保存。</translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation>放弃修改？</translation>
    </message>
    <message>
        <source>%1 changed items of %2 are not saved.</source>
        <translation>%2 有 %1 项修改尚未保存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>保存修改？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Enter the number and the day from which it holds.</source>
        <translation>请填写学籍号和生效日期。</translation>
    </message>
    <message>
        <source>The new student number holds; the old one stays in the history.</source>
        <translation>新学籍号已生效，原号保留在历史中。</translation>
    </message>
    <message>
        <source>Entered. The number holds until %1, when a later one begins.</source>
        <translation>已录入。该号有效至 %1，之后由后一个学籍号接续。</translation>
    </message>
    <message>
        <source>Entered. The number will hold from %1; until then the old one does.</source>
        <translation>已录入。新学籍号自 %1 起生效，此前仍用原号。</translation>
    </message>
    <message>
        <source>findings: %1</source>
        <translation>核查结果 %1 项</translation>
    </message>
    <message>
        <source>open points: %1</source>
        <translation>待办 %1 项</translation>
    </message>
    <message>
        <source>In no class</source>
        <translation>不在任何班级</translation>
    </message>
    <message>
        <source>Choose the class and the day from which the child is in it.</source>
        <translation>请选择班级并填写起始日期。</translation>
    </message>
    <message>
        <source>The class is entered.</source>
        <translation>班级已录入。</translation>
    </message>
    <message>
        <source>Entered. The class holds until %1, when a later one begins.</source>
        <translation>已录入。该班级到%1为止，之后另有记录。</translation>
    </message>
    <message>
        <source>Typing error</source>
        <translation>录入笔误</translation>
    </message>
    <message>
        <source>Typing error: it was wrong from the start</source>
        <translation>录入笔误：原来就录错了</translation>
    </message>
    <message>
        <source>It was wrong from the start: the correction holds from the first day of what it corrects. Otherwise it holds from today, and what stood before stays in the history.</source>
        <translation>原来就录错了：更正自错误内容的起始日起算。不勾选则自今天起算，以前的内容留在历史里。</translation>
    </message>
    <message>
        <source>The day of the paper is no date; write it like 2024-08-30 or leave it empty.</source>
        <translation>材料日期不是有效日期，请写成 2024-08-30 的样子，或留空。</translation>
    </message>
    <message>
        <source>The act is void; what stands without it holds.</source>
        <translation>业务已作废，现以其余业务所记为准。</translation>
    </message>
    <message>
        <source>Saving the record</source>
        <translation>保存学籍信息</translation>
    </message>
    <message>
        <source>Entering a student number</source>
        <translation>录入学籍号</translation>
    </message>
    <message>
        <source>Entering a class</source>
        <translation>录入班级</translation>
    </message>
    <message>
        <source>Taking an act back</source>
        <translation>作废一项业务</translation>
    </message>
</context>
<context>
    <name>xueji::RecordSide</name>
    <message>
        <source>Findings today</source>
        <translation>当前核查结果</translation>
    </message>
    <message>
        <source>The rules find nothing wrong.</source>
        <translation>未发现问题。</translation>
    </message>
    <message>
        <source>Open points</source>
        <translation>待办事项</translation>
    </message>
    <message>
        <source>Every paper has been seen.</source>
        <translation>材料均已核验。</translation>
    </message>
    <message>
        <source>Paper seen ...</source>
        <translation>已核验…</translation>
    </message>
    <message>
        <source>Paper seen: %1</source>
        <translation>已核验：%1</translation>
    </message>
    <message>
        <source>Student numbers</source>
        <translation>学籍号</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>业务记录</translation>
    </message>
</context>
<context>
    <name>xueji::RecoveryPage</name>
    <message>
        <source>Open and set the password</source>
        <translation>打开并设置密码</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Seven groups of four; blanks and dashes do not matter.</source>
        <translation>七组，每组四个字符；空格和短横不影响。</translation>
    </message>
    <message>
        <source>An account of this register; its password is replaced.</source>
        <translation>本学籍册中的一个账户；它的密码将被更换。</translation>
    </message>
    <message>
        <source>Open with the recovery sheet</source>
        <translation>用恢复凭据打开</translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type them again.</source>
        <translation>两次输入的密码不一致，请重新输入。</translation>
    </message>
    <message>
        <source>There is a typing error in the recovery code: its check characters do not fit. Compare it with the sheet, group by group.</source>
        <translation>恢复密钥有键错之处：校验字符不符。请逐组与恢复凭据核对。</translation>
    </message>
</context>
<context>
    <name>xueji::RecoveryStep</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>The group asked for</source>
        <translation>指定的一组</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print the recovery sheet</source>
        <translation>打印恢复凭据</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Save the recovery sheet as PDF</source>
        <translation>将恢复凭据存为 PDF</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复凭据</translation>
    </message>
    <message>
        <source>If every password is lost, only this code opens the register; nobody else can help, not even who made the program. Print the sheet, put it into an envelope, seal it, and keep it in the safe. It is shown only now and stored nowhere.</source>
        <translation>如果所有密码都遗失，只有这组恢复密钥能打开学籍册，任何人包括本程序的开发者都无法代为恢复。请打印凭据，装入信封密封，存入保险柜。它只在此时显示一次，不保存在任何地方。</translation>
    </message>
    <message>
        <source>To go on, type group %1 of the sheet:</source>
        <translation>要继续，请键入凭据上的第 %1 组：</translation>
    </message>
    <message>
        <source>The sheet went to the printer. Check that it can be read before going on.</source>
        <translation>凭据已送打印机。请确认字迹清楚后再继续。</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>保存恢复凭据</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1. Print it and delete the file: whoever has it can open the register.</source>
        <translation>已存为 %1。请打印后删除该文件：持有它的人都能打开学籍册。</translation>
    </message>
</context>
<context>
    <name>xueji::RepairWords</name>
    <message>
        <source>Blanks inside were taken out.</source>
        <translation>已去掉中间的空格。</translation>
    </message>
    <message>
        <source>Full-width characters were made half-width.</source>
        <translation>全角字符已改为半角。</translation>
    </message>
    <message>
        <source>A small x was made a capital X.</source>
        <translation>小写 x 已改为大写 X。</translation>
    </message>
    <message>
        <source>A look-alike letter was made a Latin X.</source>
        <translation>形似字母已改为拉丁字母 X。</translation>
    </message>
    <message>
        <source>The dot in the name was made the interpunct ·.</source>
        <translation>姓名中的点已改为间隔号 ·。</translation>
    </message>
    <message>
        <source>A spreadsheet's day number was read as a date.</source>
        <translation>表格的日期序号已读作日期。</translation>
    </message>
    <message>
        <source>The zero lost at the beginning was put back.</source>
        <translation>已补回开头丢失的 0。</translation>
    </message>
    <message>
        <source>Put right (%1).</source>
        <translation>已更正（%1）。</translation>
    </message>
    <message>
        <source>A private code of an old font was made the character it means.</source>
        <translation>旧字库的专用码已换成对应的字。</translation>
    </message>
    <message>
        <source>Characters that nobody sees were taken out.</source>
        <translation>去掉了看不见的字符。</translation>
    </message>
    <message>
        <source>Control characters were made blanks.</source>
        <translation>控制字符换成了空格。</translation>
    </message>
    <message>
        <source>The spreadsheet's mark for text was taken off.</source>
        <translation>去掉了表格软件的文本标记。</translation>
    </message>
    <message>
        <source>TRUE or FALSE was read as yes or no.</source>
        <translation>逻辑值按“是”“否”读取。</translation>
    </message>
    <message>
        <source>The value stands in merged cells and was taken for every row of them.</source>
        <translation>合并单元格的内容用于其中每一行。</translation>
    </message>
    <message>
        <source>The relation was taken from the head of the column.</source>
        <translation>关系按表头填写。</translation>
    </message>
    <message>
        <source>The code table has no such entry; the nearest one was taken.</source>
        <translation>代码表中没有这一项，按最接近的一项记录。</translation>
    </message>
</context>
<context>
    <name>xueji::RestorePage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Bring back and open</source>
        <translation>恢复并打开</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>学籍册</translation>
    </message>
    <message>
        <source>Choose where the register shall stand</source>
        <translation>选择学籍册存放的位置</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password lost: use the recovery sheet</source>
        <translation>忘记密码：用恢复凭据</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Bring back and open (Ctrl+Enter)</source>
        <translation>恢复并打开（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>The folder of the backup, also on another disk. It stays as it is.</source>
        <translation>备份所在的文件夹，可以在其他磁盘上。备份本身不会改变。</translation>
    </message>
    <message>
        <source>The folder that the register will be. A disk of this computer is best.</source>
        <translation>恢复后学籍册所在的文件夹。建议放在本机硬盘。</translation>
    </message>
    <message>
        <source>An account the register had at the time of the backup.</source>
        <translation>备份时学籍册中已有的账户。</translation>
    </message>
    <message>
        <source>Bring a backup back</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The backup is checked first. Then a register is made from it, checked again, and put in its place.</source>
        <translation>先检查备份，再由它生成学籍册，重新检查后放到指定位置。</translation>
    </message>
    <message>
        <source>Choose the backup to bring back</source>
        <translation>选择要恢复的备份</translation>
    </message>
    <message>
        <source>Where the register shall stand</source>
        <translation>学籍册存放在哪里</translation>
    </message>
    <message>
        <source>A backup of %1.</source>
        <translation>备份时间：%1。</translation>
    </message>
    <message>
        <source>This folder does not bear the mark of a backup; it may be the copy of a register. It can be brought back all the same.</source>
        <translation>此文件夹没有备份标记，可能是学籍册的副本；同样可以恢复。</translation>
    </message>
    <message>
        <source>A register stands there. It is moved aside, into the same folder, and not deleted.</source>
        <translation>该位置已有学籍册：恢复时会移到旁边（同一文件夹内）保留，不会删除。</translation>
    </message>
    <message>
        <source>Something else stands there. Choose another folder or name.</source>
        <translation>该位置已有其他内容，请换一个文件夹或名称。</translation>
    </message>
    <message>
        <source>Choose the backup first.</source>
        <translation>请先选择备份。</translation>
    </message>
    <message>
        <source>Choose where the register shall stand.</source>
        <translation>请选择学籍册存放的位置。</translation>
    </message>
    <message>
        <source>The register cannot stand where the backup lies. Choose another folder.</source>
        <translation>学籍册不能放在备份所在的位置，请换一个文件夹。</translation>
    </message>
    <message>
        <source>Enter your user name.</source>
        <translation>请填写用户名。</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type them again.</source>
        <translation>两次输入的密码不一致，请重新输入。</translation>
    </message>
    <message>
        <source>Bring this backup back?</source>
        <translation>恢复此备份？</translation>
    </message>
    <message>
        <source>The register becomes what it was at the time of the backup. The present one is moved aside, not deleted.</source>
        <translation>学籍册将回到备份时的状态。现有的一份会移到旁边保留，不会删除。</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Checking the backup and bringing it back</source>
        <translation>正在检查并恢复备份</translation>
    </message>
    <message>
        <source>The backup was brought back: %1</source>
        <translation>备份已恢复：%1</translation>
    </message>
    <message>
        <source>The backup was brought back. What stood there before is kept: %1</source>
        <translation>备份已恢复。原来的学籍册保留在：%1</translation>
    </message>
</context>
<context>
    <name>xueji::ResultStep</name>
    <message>
        <source>See the students</source>
        <translation>查看学生</translation>
    </message>
    <message>
        <source>Undo the whole import…</source>
        <translation>撤销整批导入…</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销这次导入</translation>
    </message>
    <message>
        <source>The import was taken back</source>
        <translation>导入已撤销</translation>
    </message>
    <message>
        <source>None of its students counts any more; numbers made here stay burnt. The acts stay in the ledger as void.</source>
        <translation>这批学生不再计入；校内临时编号不再使用。各项业务仍在台账中，注明作废。</translation>
    </message>
    <message>
        <source>Batch %1, from %2, in force from %3.</source>
        <translation>批次 %1，来自 %2，自 %3 起生效。</translation>
    </message>
    <message>
        <source>%1 rows were left out. Put them right in the file and import it again.</source>
        <translation>有 %1 行未导入。请在表中改正后再次导入。</translation>
    </message>
    <message>
        <source>%1 rows were in the register already and stayed as they are.</source>
        <translation>%1 行已有学籍，保持不变。</translation>
    </message>
    <message>
        <source>It can be undone as a whole until a later act builds on it.</source>
        <translation>在有后续业务建立于其上之前，可以整批撤销。</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>导入另一份文件</translation>
    </message>
    <message>
        <source>%1 children moved up to this stage under their number.</source>
        <translation>%1 名学生以原学籍号升入本学段。</translation>
    </message>
    <message>
        <source>%1 children of the register came into their class.</source>
        <translation>%1 名已有学籍的学生已编入班级。</translation>
    </message>
    <message>
        <source>%1 classes were made.</source>
        <translation>设立班级 %1 个。</translation>
    </message>
    <message>
        <source>%1 of the enrolled wait for a class.</source>
        <translation>新录入学生中 %1 人待分班。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Batch %1, from %2, each child from the day it entered.</source>
        <translation>批次 %1，来自 %2，各学生自其入学之日起算。</translation>
    </message>
</context>
<context>
    <name>xueji::Rights</name>
    <message>
        <source>see %1</source>
        <translation>查看%1</translation>
    </message>
    <message>
        <source>see %1 unmasked</source>
        <translation>查看未脱敏的%1</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>修改%1</translation>
    </message>
    <message>
        <source>print %1</source>
        <translation>打印%1</translation>
    </message>
    <message>
        <source>take %1 out of the program</source>
        <translation>导出%1</translation>
    </message>
    <message>
        <source>approve changes of %1</source>
        <translation>审批%1的变更</translation>
    </message>
    <message>
        <source>void changes of %1</source>
        <translation>作废%1的变更</translation>
    </message>
    <message>
        <source>undo changes of %1</source>
        <translation>整批撤销%1的变更</translation>
    </message>
    <message>
        <source>name and identity</source>
        <translation>姓名和身份信息</translation>
    </message>
    <message>
        <source>student numbers</source>
        <translation>学籍号</translation>
    </message>
    <message>
        <source>origin and household</source>
        <translation>籍贯和户口信息</translation>
    </message>
    <message>
        <source>enrolment and status</source>
        <translation>入学和学籍状态信息</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>班级信息</translation>
    </message>
    <message>
        <source>addresses and phones</source>
        <translation>住址和电话</translation>
    </message>
    <message>
        <source>the situation of the child</source>
        <translation>学生个人情况</translation>
    </message>
    <message>
        <source>health and disability</source>
        <translation>健康和残疾信息</translation>
    </message>
    <message>
        <source>financial aid</source>
        <translation>资助信息</translation>
    </message>
    <message>
        <source>the way to school</source>
        <translation>上下学信息</translation>
    </message>
    <message>
        <source>the family</source>
        <translation>家庭成员信息</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>证明材料</translation>
    </message>
    <message>
        <source>the data of the school</source>
        <translation>学校信息</translation>
    </message>
    <message>
        <source>accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>the log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>backups</source>
        <translation>备份</translation>
    </message>
</context>
<context>
    <name>xueji::SaveBar</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的修改</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>保存（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Discard (Esc)</source>
        <translation>放弃（Esc）</translation>
    </message>
    <message>
        <source>Changed items: %1</source>
        <translation>已修改 %1 项</translation>
    </message>
</context>
<context>
    <name>xueji::SchoolSection</name>
    <message>
        <source>School code</source>
        <translation>学校标识码</translation>
    </message>
    <message>
        <source>School name</source>
        <translation>学校名称</translation>
    </message>
    <message>
        <source>County or district</source>
        <translation>所在县（区）</translation>
    </message>
    <message>
        <source>Kind of school</source>
        <translation>办学类型</translation>
    </message>
    <message>
        <source>Urban or rural</source>
        <translation>城乡分类</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>校长</translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation>学籍管理员</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Education bureau</source>
        <translation>主管教育局</translation>
    </message>
    <message>
        <source>As papers name it.</source>
        <translation>按表册上的称谓填写。</translation>
    </message>
    <message>
        <source>School</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>The name and the choices of the lists must be filled.</source>
        <translation>名称和各列表项必须填好。</translation>
    </message>
    <message>
        <source>The school's data were saved.</source>
        <translation>学校资料已保存。</translation>
    </message>
    <message>
        <source>Saving the school's data</source>
        <translation>保存学校信息</translation>
    </message>
</context>
<context>
    <name>xueji::SearchBox</name>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>xueji::SecondPerson</name>
    <message>
        <source>What is not one's own entry of today is declared void by two persons (rule X10). The second person looks at it and gives name and password here; it stands in the record.</source>
        <translation>不是本人当天录入的业务，须由两人作废（规则 X10）。请第二人核对后在此输入姓名和密码；确认人会记入台账。</translation>
    </message>
</context>
<context>
    <name>xueji::SheetChoice</name>
    <message>
        <source>Sheets to import</source>
        <translation>要导入的工作表</translation>
    </message>
    <message>
        <source>%1 (%2 lines)</source>
        <translation>%1（%2 行）</translation>
    </message>
    <message>
        <source>%1 (%2 lines), hidden in the file</source>
        <translation>%1（%2 行），在文件中是隐藏的</translation>
    </message>
</context>
<context>
    <name>xueji::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Go to a place of the navigation</source>
        <translation>转到导航中的页面</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一个字段</translation>
    </message>
    <message>
        <source>Close, discard or back</source>
        <translation>关闭、放弃或返回</translation>
    </message>
    <message>
        <source>Rule and article of the field</source>
        <translation>字段的规则和条款</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Show all choices of a field</source>
        <translation>显示字段的全部选项</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>xueji::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>xueji::StepList</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
<context>
    <name>xueji::StudentColumn</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>入学年级</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>年级</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>班级</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Enrolled on</source>
        <translation>入学日期</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>待分班</translation>
    </message>
</context>
<context>
    <name>xueji::StudentsPage</name>
    <message>
        <source>Students</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Active filters</source>
        <translation>当前筛选</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose the columns of the list</source>
        <translation>选择名单显示的列</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write the list as a spreadsheet, as it is filtered</source>
        <translation>按当前筛选导出为电子表格</translation>
    </message>
    <message>
        <source>Print dossiers</source>
        <translation>打印学籍卡</translation>
    </message>
    <message>
        <source>Dossiers of the chosen students (Ctrl+P)</source>
        <translation>打印所选学生的学籍卡（Ctrl+P）</translation>
    </message>
    <message>
        <source>No students yet</source>
        <translation>还没有学生</translation>
    </message>
    <message>
        <source>The students of the school stand here once a roster has been imported.</source>
        <translation>导入新生名册后，学生显示在这里。</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入名册</translation>
    </message>
    <message>
        <source>Nobody matches the filter</source>
        <translation>没有符合条件的学生</translation>
    </message>
    <message>
        <source>Take a filter away or type less.</source>
        <translation>请减少筛选条件或少输几个字。</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除全部筛选</translation>
    </message>
    <message>
        <source>%1 students written to %2.</source>
        <translation>已将 %1 名学生导出到 %2。</translation>
    </message>
    <message>
        <source>%1 rows copied for a spreadsheet, numbers masked.</source>
        <translation>已复制 %1 行（号码已脱敏），可粘贴到电子表格。</translation>
    </message>
    <message>
        <source>Export the list ...</source>
        <translation>导出名单…</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Filtered: %1 of %2 students</source>
        <translation>筛选出 %1 人，共 %2 人</translation>
    </message>
    <message>
        <source>%1 students</source>
        <translation>共 %1 人</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>已选 %1 人</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开学籍</translation>
    </message>
    <message>
        <source>Copy for a spreadsheet</source>
        <translation>复制到电子表格</translation>
    </message>
    <message>
        <source>Copying rows</source>
        <translation>复制若干行</translation>
    </message>
    <message>
        <source>%1 (%2 times): the sheet has no such value.</source>
        <translation>%1（%2处）：表中没有原来的选项。</translation>
    </message>
    <message>
        <source>Not written, your role may not export it: %1.</source>
        <translation>未写入（您的角色无权导出）：%1。</translation>
    </message>
</context>
<context>
    <name>xueji::SystemDialogs</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>xueji::Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>xueji::Tour</name>
    <message>
        <source>%1 pictures left in %2</source>
        <translation>已在 %2 留下 %1 张图片</translation>
    </message>
</context>
<context>
    <name>xueji::UnlockPage</name>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>学籍册</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Open another register…</source>
        <translation>打开其他学籍册…</translation>
    </message>
    <message>
        <source>Make a new register…</source>
        <translation>新建学籍册…</translation>
    </message>
    <message>
        <source>Password lost: use the recovery sheet…</source>
        <translation>忘记密码：用恢复凭据打开…</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>大写锁定（Caps Lock）似乎已打开。</translation>
    </message>
    <message>
        <source>Unlock the register</source>
        <translation>打开学籍册</translation>
    </message>
    <message>
        <source>Choose the register's folder (its name ends in .xueji)</source>
        <translation>选择学籍册文件夹（名称以 .xueji 结尾）</translation>
    </message>
    <message>
        <source>Choose a register first.</source>
        <translation>请先选择学籍册。</translation>
    </message>
    <message>
        <source>Enter your user name.</source>
        <translation>请填写用户名。</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>正在解锁…</translation>
    </message>
    <message>
        <source>Bring a backup back…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This is a backup</source>
        <translation>这是一份备份</translation>
    </message>
    <message>
        <source>A backup is kept as it is and not worked in. Bring it back as a register, which can be worked in?</source>
        <translation>备份只保存，不在其中办理业务。要把它恢复成可以使用的学籍册吗？</translation>
    </message>
    <message>
        <source>Bring it back…</source>
        <translation>恢复…</translation>
    </message>
</context>
<context>
    <name>xueji::WindowSection</name>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Lock after minutes without a key</source>
        <translation>无操作多少分钟后锁定</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Papers and the register's own terms are always Chinese.</source>
        <translation>表册和学籍用语始终为中文。</translation>
    </message>
    <message>
        <source>Lock after minutes</source>
        <translation>闲置锁定（分钟）</translation>
    </message>
    <message>
        <source>The register is closed and its data leave the memory.</source>
        <translation>锁定后学籍册关闭，数据从内存中清除。</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>本窗口</translation>
    </message>
</context>
<context>
    <name>xueji::WitnessDialog</name>
    <message>
        <source>Name of the witness</source>
        <translation>见证人姓名</translation>
    </message>
    <message>
        <source>Password of the witness</source>
        <translation>见证人密码</translation>
    </message>
    <message>
        <source>A second person</source>
        <translation>第二人见证</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>xueji::Words</name>
    <message>
        <source>read records</source>
        <translation>查阅学籍</translation>
    </message>
    <message>
        <source>change records</source>
        <translation>修改学籍</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>read the log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>manage accounts</source>
        <translation>管理账户</translation>
    </message>
    <message>
        <source>change the school's settings</source>
        <translation>修改学校设置</translation>
    </message>
    <message>
        <source>make backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>it needs at least 8 characters</source>
        <translation>至少 8 个字符</translation>
    </message>
    <message>
        <source>it needs three of: capitals, small letters, digits, other characters</source>
        <translation>须含大写字母、小写字母、数字、其他字符中的三类</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>This cannot be done so: %1</source>
        <translation>不能这样操作：%1</translation>
    </message>
    <message>
        <source>“%2” cannot be taken as %1. Please correct it.</source>
        <translation>“%2”不能作为%1，请更正。</translation>
    </message>
    <message>
        <source>The register has no item called “%1”.</source>
        <translation>学籍册中没有名为“%1”的项目。</translation>
    </message>
    <message>
        <source>%1 cannot be changed here.</source>
        <translation>“%1”不能在此修改。</translation>
    </message>
    <message>
        <source>%1 cannot be changed here (rule %2): it is key data and needs its own application with papers.</source>
        <translation>“%1”属于关键数据，不能在此直接修改（规则 %2）：须持证明材料另行申请变更。</translation>
    </message>
    <message>
        <source>An account of the role %1 may not %2. Ask somebody whose role may.</source>
        <translation>“%1”账户无权%2。请由有此权限的人办理。</translation>
    </message>
    <message>
        <source>Stopped on your wish. Nothing was changed.</source>
        <translation>已按您的要求停止，没有改动任何内容。</translation>
    </message>
    <message>
        <source>The user name or the password is wrong. Check Caps Lock and the keyboard language. Who has forgotten the password can use the recovery sheet.</source>
        <translation>用户名或密码错误。请检查大写锁定和输入法。忘记密码可使用恢复凭据。</translation>
    </message>
    <message>
        <source>The recovery code does not open this register. Compare it with the sheet group by group.</source>
        <translation>恢复密钥打不开这本学籍册。请与凭据逐组核对。</translation>
    </message>
    <message>
        <source>The password is too weak: %1. A sentence of 20 characters or more also does.</source>
        <translation>密码太弱：%1。也可以用 20 个字符以上的一句话。</translation>
    </message>
    <message>
        <source>There is already an account named “%1”. Choose another name.</source>
        <translation>已有名为“%1”的账户，请换一个名称。</translation>
    </message>
    <message>
        <source>There is no active account named “%1”.</source>
        <translation>没有名为“%1”的在用账户。</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Please wait %1 seconds and try again.</source>
        <translation>密码错误次数过多。请等待 %1 秒后再试。</translation>
    </message>
    <message>
        <source>There is no register at %1. Check the folder, or whether its drive is connected.</source>
        <translation>%1 处没有学籍册。请检查文件夹，或所在磁盘是否已连接。</translation>
    </message>
    <message>
        <source>%1 already holds something. Choose another name or folder; nothing was overwritten.</source>
        <translation>%1 已有内容。请换一个名称或文件夹；没有覆盖任何文件。</translation>
    </message>
    <message>
        <source>%1 is not a register of this program. Choose the folder whose name ends in .xueji.</source>
        <translation>%1 不是本程序的学籍册。请选择名称以 .xueji 结尾的文件夹。</translation>
    </message>
    <message>
        <source>The register at %1 is damaged. Restore the last proven backup; the damaged one is kept beside it.</source>
        <translation>%1 处的学籍册已损坏。请恢复最近验证过的备份；损坏的一份会保留在旁边。</translation>
    </message>
    <message>
        <source>This register was made by a newer version of the program (format %1, this one knows %2). Install the newer version; nothing was changed.</source>
        <translation>这本学籍册由更新版本的程序建立（格式 %1，本程序支持到 %2）。请安装新版本；没有改动任何内容。</translation>
    </message>
    <message>
        <source>The register is open already: %1 on %2 since %3. Ask for it to be closed there first.</source>
        <translation>学籍册已被打开：%1 在 %2 上，自 %3 起。请先在那里关闭。</translation>
    </message>
    <message>
        <source>The key file %1 and its copy are damaged. Restore the last proven backup.</source>
        <translation>密钥文件 %1 及其副本都已损坏。请恢复最近验证过的备份。</translation>
    </message>
    <message>
        <source>The log was altered at line %1: it no longer fits together. Keep this copy as evidence and compare it with the last proven backup.</source>
        <translation>日志在第 %1 行被改动，前后不能衔接。请保留此副本作为证据，并与最近验证过的备份比对。</translation>
    </message>
    <message>
        <source>This register is older than its own keys say: somebody put an earlier copy in its place. Find out who restored it before going on.</source>
        <translation>这本学籍册比密钥记录的要旧：有人用较早的副本替换了它。请先查明是谁恢复的。</translation>
    </message>
    <message>
        <source>The keys in %1 do not fit this database: they belong to another register, or its beginning is lost. Restore the last proven backup.</source>
        <translation>%1 中的密钥与此数据库不符：它属于另一本学籍册，或数据库开头已损坏。请恢复最近验证过的备份。</translation>
    </message>
    <message>
        <source>Nothing can be written to %1: it is read-only or belongs to somebody else. Choose another folder.</source>
        <translation>无法写入 %1：它是只读的或属于他人。请换一个文件夹。</translation>
    </message>
    <message>
        <source>The disk of %1 is full. Nothing was changed; make room and try again.</source>
        <translation>%1 所在磁盘已满。没有改动任何内容，请腾出空间后再试。</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check whether it is open elsewhere or its drive was removed.</source>
        <translation>无法读取 %1。请检查它是否正被其他程序占用，或所在磁盘是否已拔出。</translation>
    </message>
    <message>
        <source>%1 could not be written. Close it if it is open in another program, and try again.</source>
        <translation>无法写入 %1。如果它正在其他程序中打开，请先关闭再试。</translation>
    </message>
    <message>
        <source>The backup at %1 could not be proven: it does not reopen or its counts differ. Do not rely on it; make another one on a different disk.</source>
        <translation>%1 处的备份未通过验证：无法重新打开或数量不符。请勿依赖它，换一块磁盘再备份一次。</translation>
    </message>
    <message>
        <source>The file %1 is empty. Choose the file that holds the roster.</source>
        <translation>文件 %1 是空的。请选择存有名册的文件。</translation>
    </message>
    <message>
        <source>The file %1 is too large (%2; the limit is %3). Split it by class or grade.</source>
        <translation>文件 %1 太大（%2，上限 %3）。请按班级或年级拆分。</translation>
    </message>
    <message>
        <source>The file %1 is protected by a password. Open it in the spreadsheet program, save it without a password, and choose it again.</source>
        <translation>文件 %1 设有密码保护。请用表格软件打开，取消密码后保存，再重新选择。</translation>
    </message>
    <message>
        <source>The file %1 is no table this program can read. It reads xlsx, xls, ods and csv.</source>
        <translation>文件 %1 不是本程序能读的表格。可读取 xlsx、xls、ods 和 csv。</translation>
    </message>
    <message>
        <source>The file %1 is damaged. Open it in the spreadsheet program and save it again, or ask the sender.</source>
        <translation>文件 %1 已损坏。请用表格软件打开并重新保存，或向发送者索取。</translation>
    </message>
    <message>
        <source>The file %1 would unpack to far more than a roster holds. It was not opened; ask the sender.</source>
        <translation>文件 %1 解压后远超正常名册大小，未予打开。请向发送者核实。</translation>
    </message>
    <message>
        <source>Cell %1 holds %2 characters; the limit is %3. Correct it in the spreadsheet.</source>
        <translation>单元格 %1 有 %2 个字符，上限为 %3。请在表格中更正。</translation>
    </message>
    <message>
        <source>The file %1 has more cells than the limit of %2. Delete empty rows and columns, or split it.</source>
        <translation>文件 %1 的单元格超过上限 %2。请删除空行空列，或拆分文件。</translation>
    </message>
    <message>
        <source>The characters of the file %1 cannot be recognised. Save it as xlsx, or as CSV in UTF-8.</source>
        <translation>无法识别文件 %1 的文字编码。请另存为 xlsx，或 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <source>No line of the file was recognised as headers (found: %1). The headers should be those of the collection form, such as 姓名 and 身份证件号.</source>
        <translation>文件中没有找到可识别的表头行（见到：%1）。表头应与学籍信息采集表一致，如“姓名”“身份证件号”。</translation>
    </message>
    <message>
        <source>The file %1 has headers but no student below them.</source>
        <translation>文件 %1 只有表头，下面没有学生。</translation>
    </message>
    <message>
        <source>The file is of the school %1; this register is of the school %2. Nothing was taken over.</source>
        <translation>该文件属于学校 %1，而本学籍册属于学校 %2。没有导入任何内容。</translation>
    </message>
    <message>
        <source>No student with the number %1 is in this register.</source>
        <translation>本学籍册中没有号码为 %1 的学生。</translation>
    </message>
    <message>
        <source>There is no batch %1 in this register.</source>
        <translation>本学籍册中没有批次 %1。</translation>
    </message>
    <message>
        <source>There is no act %1 in this register.</source>
        <translation>本学籍册中没有业务 %1。</translation>
    </message>
    <message>
        <source>Not done, because the rules refuse it: %1.</source>
        <translation>规则不允许，未办理：%1。</translation>
    </message>
    <message>
        <source>There is nothing to do here.</source>
        <translation>没有需要办理的内容。</translation>
    </message>
    <message>
        <source>Somebody changed this record since you opened it. Look at it again before saving.</source>
        <translation>您打开之后，这条记录已被他人修改。请重新查看后再保存。</translation>
    </message>
    <message>
        <source>The fonts of this computer cannot draw: %1. Install a font that holds these characters (for example Noto Sans CJK or Plangothic); nothing was printed.</source>
        <translation>本机字体缺少这些字：%1。请安装含有这些字的字体（如思源黑体、遍黑体）；未打印任何内容。</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Check whether it is switched on, or save a PDF instead.</source>
        <translation>打印机没有接收。请检查是否开机，或改存为 PDF。</translation>
    </message>
    <message>
        <source>Something went wrong inside the program (%1). Nothing was changed; please report this.</source>
        <translation>程序内部出错（%1）。没有改动任何内容，请反馈此问题。</translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation>学籍管理员</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>校长</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>经办人员</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>There is no file or folder %1. Check its name, or whether its drive is connected.</source>
        <translation>没有找到文件或文件夹 %1。请检查名称，或它所在的磁盘是否已连接。</translation>
    </message>
    <message>
        <source>%1 is a backup: it is kept as it is and not worked in. Bring it back as a register first (“Bring a backup back” in the window, or xuejictl restore).</source>
        <translation>%1 是一份备份：备份只保存，不在其中办理业务。请先把它恢复成学籍册（窗口中的“恢复备份”，或命令 xuejictl restore）。</translation>
    </message>
    <message>
        <source>This concerns %1 children; above %2 a second person must give name and password (rule P05).</source>
        <translation>本次涉及 %1 名学生；超过 %2 名须有第二人到场，输入用户名和密码（规则 P05）。</translation>
    </message>
    <message>
        <source>A second person is needed and this register has one account only. Add an account for the principal or a colleague under Accounts first.</source>
        <translation>此项须有第二人见证，而本学籍册只有一个账户。请先在“账户”中为校长或同事添加账户。</translation>
    </message>
    <message>
        <source>The witness must be another person than %1, who is signed in.</source>
        <translation>见证人不能是当前登录的 %1 本人。</translation>
    </message>
    <message>
        <source>The register holds an act of a kind this program does not know (%2, no. %1). It was written by a newer version, or altered: install the newer version, or check the register. Nothing was changed.</source>
        <translation>学籍册中有本程序无法识别的业务（%2，第 %1 号）：可能由更新版本的程序写入，或被改动过。请安装新版本，或检查学籍册。没有改动任何内容。</translation>
    </message>
    <message>
        <source>This register keeps nothing called “%1”. Nothing was changed.</source>
        <translation>本学籍册不保存“%1”。没有改动任何内容。</translation>
    </message>
    <message>
        <source>%1 would begin twice on the same day (%2) by one act. Nothing was changed; enter one of them.</source>
        <translation>同一项业务会使“%1”在同一天（%2）起始两次。没有改动任何内容，请只录入其中一个。</translation>
    </message>
    <message>
        <source>%1 cannot hold from %2: the enrolment begins only on %3. Enter a later day, or move the enrolment's day first.</source>
        <translation>“%1”不能自 %2 起生效：学籍自 %3 才开始。请改为较晚的日期，或先更正入学日期。</translation>
    </message>
    <message>
        <source>%1 is too far ahead: nothing is entered beyond %2, the end of next school year. Check the day.</source>
        <translation>%1 太远：最晚只能录入到下一学年结束（%2）。请核对日期。</translation>
    </message>
    <message>
        <source>%1 is not declared void; move the day again instead.</source>
        <translation>“%1”不能作废；请再次更正日期。</translation>
    </message>
    <message>
        <source>The enrolment cannot be moved past what was entered between the two days: %1 of %2. Declare that void first.</source>
        <translation>两个日期之间已办理“%1”（%2），不能越过它更正入学日期。请先将那一项作废。</translation>
    </message>
    <message>
        <source>Act no. %1 stands; only an act that is void can be done again, and only once.</source>
        <translation>第 %1 号业务仍然有效；只有已作废的业务才能重做，且只能重做一次。</translation>
    </message>
    <message>
        <source>Paper no. %1 is not among those that stand in this record.</source>
        <translation>第 %1 号证明材料不在本学籍现有的材料之中。</translation>
    </message>
    <message>
        <source>The clock of this computer (%2) is behind the newest entry of the log (%1). Set the clock right before entering anything. If it is right and the log ran ahead, a second person confirms that: xuejictl confirm-clock. Nothing was changed.</source>
        <translation>本机时钟（%2）比日志中最新的记录（%1）还早。请先校准时钟再办理；如果时钟无误、是日志超前，须由第二人确认：xuejictl confirm-clock。数据未作任何改动。</translation>
    </message>
    <message>
        <source>There is no class no. %1 in this school, or its making was declared void. Choose another class.</source>
        <translation>本校没有编号为%1的班级，或其设立已作废。请选择其他班级。</translation>
    </message>
    <message>
        <source>%1 is not open on %2: it was made later or closed before. Choose another class or another day.</source>
        <translation>%1在%2尚未设立或已撤班。请选择其他班级或日期。</translation>
    </message>
    <message>
        <source>There is %1 already. Take another number.</source>
        <translation>已有%1，请换一个班号。</translation>
    </message>
    <message>
        <source>What %1 confirmed as witness was done already. Ask again for what is left to do.</source>
        <translation>%1 作为见证人确认的事已经办过。其余的请重新确认。</translation>
    </message>
    <message>
        <source>%1 confirmed as witness more than two minutes ago. Ask again.</source>
        <translation>%1 的见证确认已超过两分钟，请重新确认。</translation>
    </message>
    <message>
        <source>%1 confirmed something else as witness. Ask again for this.</source>
        <translation>%1 作为见证人确认的是另一件事，请就这件事重新确认。</translation>
    </message>
    <message>
        <source>%1 (act no. %2) is declared void by two persons (rule X10): a second person gives name and password. Only one's own entries of the same day need nobody else.</source>
        <translation>作废“%1”（第 %2 号业务）须由两人办理（规则 X10）：请第二人输入姓名和密码。只有本人当天录入的业务可以独自作废。</translation>
    </message>
    <message>
        <source>There is no case %1 in this register.</source>
        <translation>本库中没有第 %1 号待办业务。</translation>
    </message>
    <message>
        <source>Case %1 is of a kind this program does not know (%2, version %3): a newer version wrote it. It can be withdrawn, not performed; install the newer version.</source>
        <translation>第 %1 号待办业务的种类本程序无法识别（%2，第 %3 版），由更新版本的程序写入。可以撤回，不能办理；请安装新版本。</translation>
    </message>
    <message>
        <source>This case holds %1 bytes; the limit is %2. Leave out what does not belong into it; nothing was kept.</source>
        <translation>这件待办业务有 %1 字节，上限为 %2 字节。请删去无关内容；未作保存。</translation>
    </message>
    <message>
        <source>Case %1 is still a draft of its owner. It must be handed over first.</source>
        <translation>第 %1 号待办业务还是经办人的草稿，须先提交。</translation>
    </message>
    <message>
        <source>Case %1 was withdrawn. Open a new one.</source>
        <translation>第 %1 号待办业务已撤回，请另建一件。</translation>
    </message>
    <message>
        <source>Case %1 was performed already, as act no. %2. It is done once only.</source>
        <translation>第 %1 号待办业务已经办理（第 %2 号业务），只能办理一次。</translation>
    </message>
    <message>
        <source>Case %1 is no longer what you looked at. Look at it again.</source>
        <translation>第 %1 号待办业务与您看到的已不相同，请重新查看。</translation>
    </message>
    <message>
        <source>This enrolment cannot be declared void: case %1 (%2) of this child is still open. Perform or withdraw it first.</source>
        <translation>不能作废这次建籍：该生的第 %1 号待办业务（%2）尚未办结。请先办理或撤回。</translation>
    </message>
    <message>
        <source>%1 must be approved before it is done. Hand it over as a case to somebody who may approve.</source>
        <translation>“%1”须先审批后办理。请作为待办业务提交给有审批权限的人。</translation>
    </message>
    <message>
        <source>%1 asked for this and cannot approve it. Another person must.</source>
        <translation>%1 是申请人，不能自己审批，须由他人审批。</translation>
    </message>
    <message>
        <source>Wish, record or rules have changed since case %1 was approved. It must be approved again.</source>
        <translation>第 %1 号待办业务审批之后，申请内容、记录或规则有变，须重新审批。</translation>
    </message>
    <message>
        <source>Case %1 was refused by %2. Change it and ask again, or withdraw it.</source>
        <translation>第 %1 号待办业务被 %2 驳回。请修改后重新申请，或撤回。</translation>
    </message>
    <message>
        <source>Batch %1 was made by %2; only that person can undo it, or another registrar with a witness once the account is removed.</source>
        <translation>批次 %1 由 %2 办理，只能由本人撤销；其账户停用后，可由另一学籍管理员在见证人确认下撤销。</translation>
    </message>
    <message>
        <source>enrol students</source>
        <translation>建立学籍</translation>
    </message>
    <message>
        <source>School nurse</source>
        <translation>校医</translation>
    </message>
    <message>
        <source>Aid officer</source>
        <translation>资助员</translation>
    </message>
    <message>
        <source>%1 was written by the program itself: it can be neither entered nor declared void. Correct the records themselves instead.</source>
        <translation>“%1”由程序自行记录，不能录入，也不能作废。如有错误，请直接更正有关记录。</translation>
    </message>
    <message>
        <source>The backup at %1 could not be proven: rows of the register do not fit their seals. Let the register be checked (xuejictl verify names them), and bring back the last proven backup; to keep the present state as evidence, copy its folder.</source>
        <translation>备份 %1 未能通过验证：学籍册中有内容与封签不符。请检查学籍册（xuejictl verify 会指出是哪些），并恢复最近验证过的备份；要把现状留作证据，请复制学籍册文件夹。</translation>
    </message>
    <message>
        <source>%1: a register cannot be without its school, so what was known of it first is not declared void. Enter what is right as a change instead.</source>
        <translation>%1：学籍册不能没有学校，最初录入的学校信息不能作废。请把正确的内容作为变更录入。</translation>
    </message>
    <message>
        <source>say for which purpose whole numbers are shown</source>
        <translation>请写明完整显示号码的用途</translation>
    </message>
    <message>
        <source>a backup is not brought back onto itself; name another folder</source>
        <translation>备份不能恢复到它自己的位置，请指定其他文件夹</translation>
    </message>
    <message>
        <source>nobody removes the account with which he is signed in</source>
        <translation>不能停用自己正在使用的账户</translation>
    </message>
    <message>
        <source>the password is empty</source>
        <translation>密码为空</translation>
    </message>
    <message>
        <source>a register takes no more accounts; remove one first</source>
        <translation>账户数已达上限，请先停用一个账户</translation>
    </message>
    <message>
        <source>%1 cannot be closed on %3: %2 children are in it. Move them to other classes first.</source>
        <translation>%1不能在%3撤班：当日仍有%2名学生在该班。请先将他们调入其他班级。</translation>
    </message>
    <message>
        <source>%1 cannot be closed on %3: %2 children are in it on that day or come into it later (later: %4). Move them to other classes first.</source>
        <translation>%1不能在%3撤班：当日在该班或此后才编入该班的学生共%2名（其中此后才编入的%4名）。请先将他们调入其他班级。</translation>
    </message>
    <message>
        <source>This cannot be undone any more, because something later stands on it: %1 of %2 (act %3). Undo that first.</source>
        <translation>已不能作废，因为后面的业务以它为依据：%1（%2，业务编号%3）。请先将那一项作废。</translation>
    </message>
    <message>
        <source>Name or password of the second person (%1) is wrong. Nothing was done; that person gives both again.</source>
        <translation>第二人（%1）的用户名或密码不对，未办理任何事项。请第二人重新输入。</translation>
    </message>
    <message>
        <source>This cannot be undone any more, because %4 later acts stand on it, the newest: %1 of %2 (act %3). Undo that first, then the one before it.</source>
        <translation>不能作废：其后有 %4 项业务以它为依据，最近一项是 %2 的“%1”（业务编号%3）。请先作废最近一项，再依次往前。</translation>
    </message>
    <message>
        <source>Another piece of work is writing to the register just now. Nothing was changed; try again when it has ended.</source>
        <translation>另一项工作正在写入学籍册。什么也没有改动；请等它做完再试。</translation>
    </message>
    <message>
        <source>Stopped on your wish. No file was left; the log keeps that the papers were made.</source>
        <translation>已按您的要求停止。没有留下文件；日志已记下这次制作。</translation>
    </message>
    <message>
        <source>%1 is a web page without a table. Export the roster from the web system again, as xlsx or csv.</source>
        <translation>%1 是没有表格的网页。请在网页系统中重新导出为 xlsx 或 csv。</translation>
    </message>
    <message>
        <source>%1 is a web archive (mht). Open it in a spreadsheet program and save it as xlsx.</source>
        <translation>%1 是网页归档（mht）。请用表格软件打开，另存为 xlsx。</translation>
    </message>
    <message>
        <source>%1 is a binary workbook (xlsb). Open it in its spreadsheet program and save it as xlsx.</source>
        <translation>%1 是二进制工作簿（xlsb）。请用表格软件打开，另存为 xlsx。</translation>
    </message>
    <message>
        <source>%1 is a document of Numbers. Export it there as xlsx or csv.</source>
        <translation>%1 是 Numbers 表格。请在其中导出为 xlsx 或 csv。</translation>
    </message>
    <message>
        <source>%1 is a text document, not a sheet. Copy its table into a spreadsheet and save it as xlsx.</source>
        <translation>%1 是文字处理文档，不是表格。请把其中的表格复制到表格软件，存为 xlsx。</translation>
    </message>
    <message>
        <source>%1 is a PDF. Ask for the roster as xlsx or csv.</source>
        <translation>%1 是 PDF。请索取 xlsx 或 csv 格式的名册。</translation>
    </message>
    <message>
        <source>%1 is the mark that a spreadsheet program lays beside an open file. Choose the roster itself, whose name is the same without it.</source>
        <translation>%1 是表格软件打开文件时留下的标记文件。请选名册本身（去掉前面的标记后同名）。</translation>
    </message>
    <message>
        <source>%1 is an archive with a sheet inside. Unpack it and choose the sheet.</source>
        <translation>%1 是压缩包，表格在里面。请先解压，再选其中的表格。</translation>
    </message>
    <message>
        <source>Several sheets hold a roster: %1. Say which are to be taken: some of them (--sheet NAME, several times), or all (--all-sheets).</source>
        <translation>有几张工作表都是名册：%1。请说明导入哪几张（--sheet 名称，可多次），或全部（--all-sheets）。</translation>
    </message>
    <message>
        <source>The file has no roster in a sheet %1. Sheets with one: %2.</source>
        <translation>文件中没有名为 %1 的名册工作表。含名册的工作表：%2。</translation>
    </message>
    <message>
        <source>The quotation mark in line %2 of %1 never closes; the lines after it would be lost. Take it away, or close it in its own line.</source>
        <translation>%1 第 %2 行的引号没有闭合，其后各行会丢失。请去掉它，或在本行内闭合。</translation>
    </message>
    <message>
        <source>The quotation mark in line %2 of %1 closes only in line %3; the lines between would be lost. Take both away, or close each in its own line.</source>
        <translation>%1 第 %2 行的引号到第 %3 行才闭合，中间各行会丢失。请去掉两处引号，或各在本行内闭合。</translation>
    </message>
    <message>
        <source>Several columns could be %1: %2. Say which it is (in the step “Columns”; --map COLUMN=ITEM with header or letter, =- leaves one out), or change a header in the file.</source>
        <translation>“%1”有几列都可能是：%2。请说明是哪一列（窗口中在“列”一步选定；命令行用 --map 列=项目，列写表头或列标，=- 不导入），或在文件中改表头。</translation>
    </message>
    <message>
        <source>There is no column or item “%1”. A column is named by its header or letter, of several sheets as SHEET!LETTER; an item by its name on the form.</source>
        <translation>没有“%1”这一列或项目。列写表头或列标，有几个工作表时写“工作表!列标”；项目写采集表上的名称。</translation>
    </message>
    <message>
        <source>The file lacks columns an import needs: %1. Say which columns they are (in the step “Columns”; --map COLUMN=ITEM), or add them and choose the file again.</source>
        <translation>文件缺少导入必需的列：%1。请说明是哪几列（窗口中在“列”一步选定；命令行用 --map 列=项目），或补上后重新选择文件。</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空表</translation>
    </message>
    <message>
        <source>no roster</source>
        <translation>不是名册</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选</translation>
    </message>
</context>
<context>
    <name>xuejictl</name>
    <message>
        <source>Makes a register; the first account is a registrar. Prints the recovery secret once.</source>
        <translation>新建学籍册，第一个账户是学籍管理员；恢复凭据只显示这一次。</translation>
    </message>
    <message>
        <source>Adds a named account (its password from XUEJI_NEW_PASSWORD).</source>
        <translation>添加账户（密码取自 XUEJI_NEW_PASSWORD）。</translation>
    </message>
    <message>
        <source>Enrols the children of a roster (xlsx, ods, xls, csv), as one batch.</source>
        <translation>导入名册（xlsx、ods、xls、csv），作为一个批次建立学籍。</translation>
    </message>
    <message>
        <source>Takes a whole import back.</source>
        <translation>撤销整批导入。</translation>
    </message>
    <message>
        <source>Finds students by name, pinyin, initials, number or phone; empty text: everyone.</source>
        <translation>按姓名、拼音、首字母、号码或电话查找学生；空文本列出全部。</translation>
    </message>
    <message>
        <source>Shows one record.</source>
        <translation>显示一名学生的档案。</translation>
    </message>
    <message>
        <source>Asks the rules over the whole register.</source>
        <translation>按规定核查全部记录。</translation>
    </message>
    <message>
        <source>Shows, or sets from a day on, what county and school change of the rules.</source>
        <translation>显示县（区）和学校对规则的设置，或自某日起设置。</translation>
    </message>
    <message>
        <source>From %1: county %2, school %3</source>
        <translation>自%1起：县（区）%2，学校%3</translation>
    </message>
    <message>
        <source>County and school have changed nothing of the rules.</source>
        <translation>县（区）和学校没有改动规则。</translation>
    </message>
    <message>
        <source>Writes the list of students as xlsx, csv or pdf.</source>
        <translation>把学生名册写成 xlsx、csv 或 pdf。</translation>
    </message>
    <message>
        <source>Draws dossiers as PDF, one file per student or one for all.</source>
        <translation>生成学籍卡 PDF，每人一个文件或合为一个。</translation>
    </message>
    <message>
        <source>Makes a backup, reopens it, checks and counts it.</source>
        <translation>备份，并重新打开、检查、清点。</translation>
    </message>
    <message>
        <source>Puts a backup in the register's place; the present register is moved aside.</source>
        <translation>用备份恢复学籍册；现有学籍册移到一旁。</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>密码：</translation>
    </message>
    <message>
        <source>Usage: xuejictl COMMAND ... [--json] [--lang zh|en]</source>
        <translation>用法：xuejictl 命令 ... [--json] [--lang zh|en]</translation>
    </message>
    <message>
        <source>Exit codes: 0 done; 1 refused by a rule or a failed check; 2 wrong use; 3 cannot open; 4 input unreadable.</source>
        <translation>退出码：0 完成；1 依规定不予办理或核查未通过；2 用法不对；3 打不开学籍册；4 输入文件无法读取。</translation>
    </message>
    <message>
        <source>Row %1 %2: %3</source>
        <translation>第 %1 行 %2：%3</translation>
    </message>
    <message>
        <source>Batch %1 was taken back.</source>
        <translation>批次 %1 已撤销。</translation>
    </message>
    <message>
        <source>The register %1 was made. Recovery secret, shown this once; write it down and lock it away:
  %2</source>
        <translation>已新建学籍册 %1。恢复凭据只显示这一次，请抄录并锁好：
  %2</translation>
    </message>
    <message>
        <source>Password of the new account: </source>
        <translation>新账户的密码：</translation>
    </message>
    <message>
        <source>The account %1 (%2) was added.</source>
        <translation>已添加账户 %1（%2）。</translation>
    </message>
    <message>
        <source>Backup %1: reopened, checked, %2 students counted.</source>
        <translation>备份 %1：已重新打开、检查，清点学生 %2 人。</translation>
    </message>
    <message>
        <source>%1 was restored.</source>
        <translation>已恢复 %1。</translation>
    </message>
    <message>
        <source>%1 was restored; what stood there is now %2.</source>
        <translation>已恢复 %1；原来的学籍册现在在 %2。</translation>
    </message>
    <message>
        <source>%1 students, %2 acts, %3 lines of log (code %4).</source>
        <translation>学生 %1 人，办理记录 %2 条，日志 %3 行（校验码 %4）。</translation>
    </message>
    <message>
        <source>%1: %2 students.</source>
        <translation>%1：学生 %2 人。</translation>
    </message>
    <message>
        <source>%1 findings.</source>
        <translation>核查结果 %1 条。</translation>
    </message>
    <message>
        <source>Writes all acts and facts in an open form, as JSON lines, not encrypted.</source>
        <translation>以开放格式（每行一个 JSON）导出全部业务和事实，不加密。</translation>
    </message>
    <message>
        <source>Checks pages, log, accounts, settings, and every act and record against its seal.</source>
        <translation>检查各页、日志、账户和设置，并逐项核对业务和记录的封签。</translation>
    </message>
    <message>
        <source>Password of the witness: </source>
        <translation>见证人的密码：</translation>
    </message>
    <message>
        <source>A second person confirms that the clock is right although the log is ahead of it.</source>
        <translation>日志时间超前而时钟无误时，由第二人确认时钟。</translation>
    </message>
    <message>
        <source>%1 confirmed the clock; acts are taken again.</source>
        <translation>%1 已确认时钟，可以继续办理业务。</translation>
    </message>
    <message>
        <source>Class no. %1 is closed.</source>
        <translation>编号%1的班级已撤班。</translation>
    </message>
    <message>
        <source>Placed (act no. %1).</source>
        <translation>已编班（业务编号%1）。</translation>
    </message>
    <message>
        <source>Lists the classes with the number of their children today.</source>
        <translation>列出班级及今日人数。</translation>
    </message>
    <message>
        <source>Makes a class of a cohort, or one that goes by a name.</source>
        <translation>设立某入学年级的班级，或有专门名称的班级。</translation>
    </message>
    <message>
        <source>Closes a class in which nobody is.</source>
        <translation>撤班：班级须没有学生。</translation>
    </message>
    <message>
        <source>Puts a child into a class (0: out of its class).</source>
        <translation>将学生编入班级（0：移出班级）。</translation>
    </message>
    <message>
        <source>Declares an act void; two persons do it, but for one's own entry of the same day.</source>
        <translation>作废一件业务；除本人当天录入的以外，须由两人办理。</translation>
    </message>
    <message>
        <source>Act %1 is void (by act %2).</source>
        <translation>第 %1 号业务已作废（作废业务为第 %2 号）。</translation>
    </message>
    <message>
        <source>Judged as it stands, in the older format %1; nothing was written.</source>
        <translation>按原有的旧格式 %1 核查，未写入任何内容。</translation>
    </message>
    <message>
        <source>What was entered later stands: %1 from %2.</source>
        <translation>此前已录入的较晚记录保持有效：%2起的%1。</translation>
    </message>
    <message>
        <source>open since %1</source>
        <translation>%1起开班</translation>
    </message>
    <message>
        <source>opens on %1</source>
        <translation>将于%1开班</translation>
    </message>
    <message>
        <source>closed since %1</source>
        <translation>已于%1撤班</translation>
    </message>
    <message>
        <source>Class no. %1 was made (act no. %2).</source>
        <translation>已设立班级，编号%1（业务编号%2）。</translation>
    </message>
    <message>
        <source>name what changes: --name, --head-teacher or --capacity</source>
        <translation>请写明要更改的内容：--name、--head-teacher 或 --capacity</translation>
    </message>
    <message>
        <source>Class no. %1 was changed (act no. %2).</source>
        <translation>编号%1的班级已更改（业务编号%2）。</translation>
    </message>
    <message>
        <source>Gives a class another name, head teacher or number of places from a day on; what is not named stays.</source>
        <translation>自某日起更改班级的名称、班主任或班额；未写明的保持不变。</translation>
    </message>
    <message>
        <source>Columns that are not used: %1.</source>
        <translation>未采用的列：%1。</translation>
    </message>
    <message>
        <source>this command has no option --%1</source>
        <translation>该命令没有选项 --%1</translation>
    </message>
    <message>
        <source>--%1 takes no value</source>
        <translation>选项 --%1 不带值</translation>
    </message>
    <message>
        <source>--%1 lacks its value %2</source>
        <translation>选项 --%1 缺少值 %2</translation>
    </message>
    <message>
        <source>--%1 is empty; it needs %2</source>
        <translation>选项 --%1 的值为空，须填写 %2</translation>
    </message>
    <message>
        <source>--%1 is given more than once</source>
        <translation>选项 --%1 重复</translation>
    </message>
    <message>
        <source>--%1 %2 is missing</source>
        <translation>缺少选项 --%1 %2</translation>
    </message>
    <message>
        <source>KIND of a school: %1.</source>
        <translation>学校的 KIND（办学类型）：%1。</translation>
    </message>
    <message>
        <source>KIND of a paper: %1.</source>
        <translation>材料的 KIND：%1。</translation>
    </message>
    <message>
        <source>there is no command %1</source>
        <translation>没有命令 %1</translation>
    </message>
    <message>
        <source>%1 is a folder</source>
        <translation>%1 是文件夹</translation>
    </message>
    <message>
        <source>%1 is there already; --force writes over it</source>
        <translation>%1 已存在；加 --force 才会覆盖</translation>
    </message>
    <message>
        <source>%1 names %2 twice; leave one of them</source>
        <translation>%1 中 %2 出现了两次，请只保留一个</translation>
    </message>
    <message>
        <source>%1 lies in a register</source>
        <translation>%1 位于学籍册文件夹内，不能写入</translation>
    </message>
    <message>
        <source>%1 is the file that the command reads</source>
        <translation>%1 是本命令要读取的文件，不能写入</translation>
    </message>
    <message>
        <source>%1 is a device, not a file</source>
        <translation>%1 是设备，不是文件</translation>
    </message>
    <message>
        <source>Dry run, nothing is written. It would be:</source>
        <translation>试运行，未写入。若正式导入：</translation>
    </message>
    <message>
        <source>Classes made: %1.</source>
        <translation>新设班级：%1个。</translation>
    </message>
    <message>
        <source>Act %1</source>
        <translation>业务%1</translation>
    </message>
    <message>
        <source>(void)</source>
        <translation>（已作废）</translation>
    </message>
    <message>
        <source>Open: %1 %2</source>
        <translation>待办：%1 %2</translation>
    </message>
    <message>
        <source>--cohort Y is missing: an ordinary class belongs to the children who entered in one year</source>
        <translation>缺 --cohort 年份：普通班属于某一入学年级</translation>
    </message>
    <message>
        <source>name the class: --number N, or --name NAME</source>
        <translation>请给出班号 --number N 或班名 --name 名称</translation>
    </message>
    <message>
        <source>Give --witness NAME; the password comes from XUEJI_WITNESS_PASSWORD or the next line.</source>
        <translation>请加 --witness 姓名；其密码从环境变量 XUEJI_WITNESS_PASSWORD 读取，没有则读下一行。</translation>
    </message>
    <message>
        <source>%1: %2 children (%5 of them declared void), %3 acts, %4 facts, not encrypted.</source>
        <translation>%1：学生 %2 人（其中已作废 %5 人），业务 %3 项，事实 %4 条，未加密。</translation>
    </message>
    <message>
        <source>%1 rows: %2 enrolled, %6 moved up, %7 of the register placed in a class, %3 refused, %4 repaired, %5 unchanged.</source>
        <translation>共%1行：录入%2人，升入下一学段%6人，已有学籍的学生编班%7人，不予办理%3行，规范%4行，未变%5行。</translation>
    </message>
    <message>
        <source>Batch: %1 (undo-batch takes it back)</source>
        <translation>批次：%1（可用 undo-batch 整批撤销）</translation>
    </message>
    <message>
        <source>REG is the folder of the register. The password is read from XUEJI_PASSWORD or from standard input; that of a new account from XUEJI_NEW_PASSWORD, that of a second person (--witness NAME) from XUEJI_WITNESS_PASSWORD, or from the next line.</source>
        <translation>REG 是学籍册的文件夹。密码从环境变量 XUEJI_PASSWORD 读取，没有则从标准输入读一行；新账户的密码用 XUEJI_NEW_PASSWORD，第二人（--witness 姓名）的密码用 XUEJI_WITNESS_PASSWORD，没有则读下一行。</translation>
    </message>
    <message>
        <source>CHILD is a student number, an identity number, or the record that find names (student:17).</source>
        <translation>CHILD 是学籍号、身份证件号，或 find 给出的档案号（student:17）。</translation>
    </message>
    <message>
        <source>PAPER to draw: %1.</source>
        <translation>PAPER（可绘制的表册）：%1。</translation>
    </message>
    <message>
        <source>%1 is of a cohort: --cohort Y [--stage STAGE] or --all</source>
        <translation>%1 按年级（入学年）制作：用 --cohort Y [--stage 学段] 或 --all</translation>
    </message>
    <message>
        <source>%1 is of a child: CHILD... or --all</source>
        <translation>%1 按学生制作：用 CHILD... 或 --all</translation>
    </message>
    <message>
        <source>%1: %2 papers, %3 pages.</source>
        <translation>%1：%2 份，%3 页。</translation>
    </message>
    <message>
        <source>there is no paper %1; there are: %2</source>
        <translation>没有 %1 这种表册；现有：%2</translation>
    </message>
    <message>
        <source>Draws papers of any kind as PDF, one file each or one for all.</source>
        <translation>把任何一种表册绘成 PDF，每份一个文件或合为一个文件。</translation>
    </message>
    <message>
        <source>Sheet passed over: %1 (%2).</source>
        <translation>未读取的工作表：%1（%2）。</translation>
    </message>
    <message>
        <source>Papers, line %1: %2</source>
        <translation>材料清单第 %1 行：%2</translation>
    </message>
    <message>
        <source>Column %1 (%2) as said of an earlier file: %3.</source>
        <translation>列 %1（%2）沿用上次选定：%3。</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>%1 rows: %2 numbers recorded, %3 in the record already, %4 refused.</source>
        <translation>共%1行：录入%2个学籍号，已有%3个，不予办理%4个。</translation>
    </message>
    <message>
        <source>Records the student numbers of the national system's list, as one batch.</source>
        <translation>按国家系统的清单录入学籍号，作为一个批次。</translation>
    </message>
    <message>
        <source>Written otherwise, as the sheet has no such value: %1 (%2)</source>
        <translation>表中没有该选项，改写为：%1（%2处）</translation>
    </message>
    <message>
        <source>Not exported, the role may not: %1</source>
        <translation>角色无权导出：%1</translation>
    </message>
    <message>
        <source>No font has it, named in the margin: %1 (%2)</source>
        <translation>没有字体含有此字，已在页边注明：%1（%2）</translation>
    </message>
    <message>
        <source>No font has it, the paper is left out: %1 (%2)</source>
        <translation>没有字体含有此字，这一份没有打印：%1（%2）</translation>
    </message>
</context>
</TS>
