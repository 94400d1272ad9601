// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/importsheet.h"

#include "kit/banner.h"
#include "kit/button.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTextBlock>

namespace automation {

namespace {
namespace tokens = kit::tokens;
constexpr QSize sheetSize{640, 480};
constexpr qint64 largestFile = 900'000; // what the server takes
} // namespace

ImportSheet::ImportSheet(client::Rules &rules, QWidget *parent)
    : QDialog(parent), m_rules(rules), m_error(new kit::Banner(kit::Status::High, QString())),
      m_where(new kit::Label({}, kit::TextRole::Secondary)), m_text(new QPlainTextEdit),
      m_open(new QPushButton(tr("&Open file…"))), m_import(new kit::PrimaryButton(tr("&Import")))
{
    setWindowTitle(tr("Import rules"));
    resize(sheetSize);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    column->addWidget(new kit::Label(tr("Import rules"), kit::TextRole::PageTitle));
    auto *sentence = new kit::Label(tr("Open a file that an export wrote, or paste its text. Rules that are "
                                       "there already are changed, the others are added."));
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    m_error->setClosable(false);
    m_error->hide();
    column->addWidget(m_error);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    m_open->setAutoDefault(false);
    row->addWidget(m_open);
    m_where->setElide(Qt::ElideMiddle);
    row->addWidget(m_where, 1);
    column->addLayout(row);
    m_text->setAccessibleName(tr("Rules as YAML"));
    m_text->setPlaceholderText(QStringLiteral("- id: memory-high\n  name: High memory usage\n"
                                              "  condition: last(memory.usage[1m]) >= 90"));
    m_text->setFont(kit::monoFont(tokens::BodyPt));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    column->addWidget(m_text, 1);
    buildButtons();
    connect(m_open, &QPushButton::clicked, this, &ImportSheet::chooseFile);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_text->setExtraSelections({});
        m_error->hide();
        m_import->setEnabled(!m_text->document()->isEmpty());
    });
    m_import->setEnabled(false);
}

void ImportSheet::buildButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setAutoDefault(false);
    m_import->setDefault(true);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_import);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &ImportSheet::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportSheet::send);
}

void ImportSheet::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_text->setFocus();
}

void ImportSheet::setText(const QString &yaml) { m_text->setPlainText(yaml); }

void ImportSheet::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import rules"), {},
                                                      tr("YAML files (*.yaml *.yml);;All files (*)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(tr("%1 cannot be read: %2").arg(path, file.errorString()));
    const QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return refuse(tr("%1 is larger than %2, which is the most. Import it in parts.")
                          .arg(path, kit::format::volume(double(largestFile))));
    setText(QString::fromUtf8(bytes));
    m_where->setText(path);
}

void ImportSheet::send()
{
    m_import->setEnabled(false);
    m_rules.perform(ImportRules{m_text->toPlainText()}, this,
                    [this](const core::Result<ImportRules::Reply> &reply) {
                        m_import->setEnabled(true);
                        if (!reply)
                            return refuse(reply.error().message);
                        accept();
                        Q_EMIT imported(reply->added, reply->changed);
                    });
}

void ImportSheet::refuse(const QString &why)
{
    m_error->setText(why);
    m_error->show();
    // "Line 12: …", in whatever language the server speaks.
    static const QRegularExpression place(QStringLiteral("^\\D{1,24}(\\d{1,7})\\s?:"));
    if (const auto match = place.match(why); match.hasMatch())
        markLine(match.captured(1).toInt());
}

void ImportSheet::markLine(int line)
{
    const QTextBlock block = m_text->document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    QTextEdit::ExtraSelection mark;
    mark.format.setBackground(kit::theme().tint(kit::Status::High));
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    mark.cursor = QTextCursor(block);
    m_text->setExtraSelections({mark});
    m_text->setTextCursor(mark.cursor);
    m_text->setFocus();
}

} // namespace automation
