#pragma once

#include "ui/shell/page.h"

class QListWidget;
class QStackedWidget;

namespace xueji {

/// One part of the office page: knows its id for Session::open() and can look anew.
class OfficeSection : public QWidget {
  Q_OBJECT

public:
  OfficeSection(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {}
  virtual void refresh() {}
  virtual bool hasUnsaved() const { return false; }
  virtual void save() {}
  virtual void discard() {}
  Session& session() const { return m_session; }

signals:
  void said(const QString& sentence);
  void failed(const Error& error);

private:
  Session& m_session;
};

/// 系统管理: school, accounts, backups and checks, the log, this window. What a role may not do is not shown.
class OfficePage : public Page {
  Q_OBJECT

public:
  explicit OfficePage(Session& session, QWidget* parent = nullptr);
  QString title() const override { return tr("School office"); }
  void open(const QVariant& argument) override;
  void refresh() override;
  bool leave() override;
  bool hasUnsaved() const override;
  void save() override;
  bool escape() override;
  QList<QWidget*> panes() const override;

private:
  void add(const QString& id, const QString& word, const QString& iconName, OfficeSection* section);
  OfficeSection* currentSection() const;
  /// Asks, and gives up what was typed; false: the person goes on typing.
  bool discardAsked();

  QList<OfficeSection*> m_sections; ///< in the order of the stack
  QListWidget* m_list;
  QStackedWidget* m_stack;
};

} // namespace xueji
