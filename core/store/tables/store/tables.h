#pragma once

#include "store/act_table.h"
#include "store/approval_table.h"
#include "store/batch_table.h"
#include "store/case_table.h"
#include "store/fact_tables.h"
#include "store/ledger.h"
#include "store/log_table.h"
#include "store/setting_table.h"
#include "store/student_table.h"
#include "store/transaction.h"
#include "store/user_table.h"

namespace xueji {

/// What a register is made of, for core/register: the tables of one connection. Window and commands do not see this
/// folder.
class Tables {
public:
  explicit Tables(StoreSession& session)
      : m_session(session), m_students(session), m_facts(session), m_acts(session), m_batches(session),
        m_users(session), m_settings(session), m_log(session) {}

  StudentTable& students() { return m_students; }
  FactTables& facts() { return m_facts; }
  ActTable& acts() { return m_acts; }
  BatchTable& batches() { return m_batches; }
  UserTable& users() { return m_users; }
  SettingTable& settings() { return m_settings; }
  LogTable& log() { return m_log; }
  CaseTable cases() { return CaseTable(m_session); }
  ApprovalTable approvals() { return ApprovalTable(m_session); }
  /// A new way to write acts; for one transaction.
  Ledger ledger() { return Ledger(m_session); }
  Transaction begin() { return Transaction(m_session); }

private:
  StoreSession& m_session;
  StudentTable m_students;
  FactTables m_facts;
  ActTable m_acts;
  BatchTable m_batches;
  UserTable m_users;
  SettingTable m_settings;
  LogTable m_log;
};

} // namespace xueji
