// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/departmentspanel.h"

#include "settings/formdialog.h"

#include <QAction>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>

namespace settings {

namespace {
constexpr int longestDepartment = 128;
constexpr int networksHeight = 96;
} // namespace

DepartmentsPanel::DepartmentsPanel(client::Mirror &mirror, QWidget *parent)
    : ListPanel(mirror, tr("Departments"), parent), m_departments(&usage::Department::id, columns(), this),
      m_change(addDeed(tr("&Change…"))), m_remove(addDeed(tr("&Remove…")))
{
    explain(tr("Named sets of networks. What an account sees can be limited to some of them."));
    setEmptyText(tr("There are no departments. Add one to name a part of the network and to limit accounts "
                    "to it."));
    connect(addMaker(tr("&Add department…")), &QAction::triggered, this, &DepartmentsPanel::add);
    connect(m_change, &QAction::triggered, this, &DepartmentsPanel::change);
    connect(m_remove, &QAction::triggered, this, &DepartmentsPanel::remove);
    setModel(m_departments);
    const auto allowDeeds = [this] {
        const QString whyNot = m_departments.at(row()) ? QString() : tr("Choose a department first.");
        allow(m_change, whyNot);
        allow(m_remove, whyNot);
    };
    connect(this, &ListPanel::rowChanged, this, allowDeeds);
    allowDeeds();
}

QList<Column<usage::Department>> DepartmentsPanel::columns()
{
    using usage::Department;
    return {
        {tr("Id"), [](const Department &department) { return department.id; }},
        {tr("Name"), [](const Department &department) { return department.name; }},
        {tr("Networks"),
         [](const Department &department) { return department.networks.join(QStringLiteral(", ")); },
         [](const Department &department) { return department.networks.join(QLatin1Char('\n')); }},
    };
}

void DepartmentsPanel::refresh()
{
    if (link().state() != client::Link::State::Live)
        return;
    client::ask(link(), usage::ListDepartments{}, this,
                [this](const core::Result<usage::ListDepartments::Reply> &reply) {
                    if (!reply)
                        return listed(reply.error().message);
                    listed({});
                    m_departments.show(reply->departments);
                });
}

void DepartmentsPanel::add() { edit({}, true); }

void DepartmentsPanel::change()
{
    if (const usage::Department *department = m_departments.at(row()))
        edit(*department, false);
}

void DepartmentsPanel::edit(const usage::Department &department, bool isNew)
{
    auto *dialog =
        new FormDialog(link(), isNew ? tr("Add department") : tr("Department %1").arg(department.id),
                       isNew ? tr("&Add department") : tr("&Save"), this);
    QLineEdit *id = dialog->addLine(tr("&Id:"), longestDepartment);
    id->setText(department.id);
    // Facts name a department by it, so it stays.
    id->setReadOnly(!isNew);
    dialog->addHint(isNew ? tr("Letters, digits and . _ - ; it cannot be changed later.")
                          : tr("What was measured is filed under the id, so it cannot be changed."));
    QLineEdit *name = dialog->addLine(tr("&Name:"), longestDepartment);
    name->setText(department.name);
    auto *networks = new QPlainTextEdit(department.networks.join(QLatin1Char('\n')));
    networks->setTabChangesFocus(true);
    networks->setFixedHeight(networksHeight);
    dialog->addField(tr("Net&works:"), networks);
    dialog->addHint(tr("One in each line, such as 192.0.2.0/24 or 2001:db8::/48"));
    dialog->whenSubmitted([=, this] {
        const QString wanted = id->text().trimmed();
        if (wanted.isEmpty())
            return dialog->fail(tr("Give the department an id."), id);
        if (name->text().trimmed().isEmpty())
            return dialog->fail(tr("Give the department a name."), name);
        const QList<usage::Department> &all = m_departments.all();
        const bool isTaken = std::any_of(all.begin(), all.end(),
                                         [&](const usage::Department &other) { return other.id == wanted; });
        // The server would change the other one instead.
        if (isNew && isTaken)
            return dialog->fail(tr("There is a department with the id %1 already.").arg(wanted), id);
        static const QRegularExpression gap(QStringLiteral("[\\s,;]+"));
        dialog->send(usage::SetDepartment{wanted, name->text().trimmed(),
                                          networks->toPlainText().split(gap, Qt::SkipEmptyParts)});
    });
    open(dialog);
}

void DepartmentsPanel::remove()
{
    const usage::Department *department = m_departments.at(row());
    if (department == nullptr)
        return;
    auto *dialog =
        new FormDialog(link(), tr("Remove department %1?").arg(department->name), tr("&Remove"), this);
    dialog->explain(tr("Its networks belong to nobody then. What was measured of it stays. Accounts that "
                       "are limited to it see nothing of it any more."));
    dialog->whenSubmitted([dialog, id = department->id] { dialog->send(usage::RemoveDepartment{id}); });
    open(dialog);
}

} // namespace settings
