// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/formdialog.h"

#include "client/role.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/grow.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace settings {

namespace {
namespace tokens = kit::tokens;
constexpr int formWidth = 440;
constexpr int longestPassword = 1024;
} // namespace

FormDialog::FormDialog(client::Link &link, const QString &title, const QString &submit, QWidget *parent)
    : QDialog(parent), m_link(link), m_sentence(new kit::Label),
      m_error(new kit::Banner(kit::Status::High, QString())), m_fields(new QWidget),
      m_submit(new kit::PrimaryButton(submit)), m_cancel(new QPushButton(tr("&Cancel")))
{
    setWindowTitle(title);
    setMinimumWidth(formWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    auto *head = new kit::Label(title, kit::TextRole::PageTitle);
    head->setElide(Qt::ElideMiddle);
    column->addWidget(head);
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    column->addWidget(m_sentence);
    m_error->setClosable(false);
    m_error->hide();
    column->addWidget(m_error);
    m_form = new QFormLayout(m_fields);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(tokens::FormGap);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addWidget(m_fields, 1);
    column->addSpacing(tokens::Space2);
    auto *buttons = new QHBoxLayout;
    m_cancel->setAutoDefault(false);
    m_submit->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_submit);
    column->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &FormDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &FormDialog::submit);
}

void FormDialog::explain(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->show();
}

QLineEdit *FormDialog::addLine(const QString &label, int longest)
{
    auto *line = new QLineEdit;
    line->setMaxLength(longest);
    addField(label, line);
    return line;
}

QLineEdit *FormDialog::addPassword(const QString &label)
{
    QLineEdit *line = addLine(label, longestPassword);
    line->setEchoMode(QLineEdit::Password);
    return line;
}

QLineEdit *FormDialog::addNewPassword(const QString &label)
{
    m_password = addPassword(label);
    m_repeat = addPassword(tr("The same &again:"));
    addHint(tr("At least 12 characters, and not one that everybody uses."));
    return m_password;
}

QComboBox *FormDialog::addRole(const QString &current)
{
    auto *roles = new QComboBox;
    for (const QString &role : client::grantableRoles())
        roles->addItem(client::roleTitle(role), role);
    addField(tr("&Role:"), roles);
    kit::Label *hint = addHint({});
    connect(roles, &QComboBox::currentIndexChanged, hint,
            [roles, hint] { hint->setText(client::roleSentence(roles->currentData().toString())); });
    roles->setCurrentIndex(-1);
    roles->setCurrentIndex(std::max(0, roles->findData(current)));
    return roles;
}

void FormDialog::addField(const QString &label, QWidget *field)
{
    m_form->addRow(label, field);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')).chopped(label.endsWith(u':') ? 1 : 0));
}

kit::Label *FormDialog::addHint(const QString &sentence)
{
    auto *hint = new kit::Label(sentence, kit::TextRole::Hint);
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_form->addRow(QString(), hint);
    return hint;
}

void FormDialog::submit()
{
    m_error->hide();
    if (m_repeat && m_password->text() != m_repeat->text()) {
        fail(tr("The two new passwords differ. Type the same one twice."), m_repeat);
        return;
    }
    if (m_send)
        m_send();
}

void FormDialog::fail(const QString &why, QWidget *field)
{
    m_error->setText(why);
    m_error->show();
    kit::growToFit(*this);
    if (field)
        field->setFocus();
}

void FormDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    kit::sizeToFit(*this);
}

void FormDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    for (QWidget *part : {m_fields, static_cast<QWidget *>(m_submit), static_cast<QWidget *>(m_cancel)})
        part->setEnabled(!busy);
}

void FormDialog::reject()
{
    if (!m_isBusy)
        QDialog::reject();
}

} // namespace settings
