// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/rules.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace kit {
class Banner;
class Label;
class PrimaryButton;
} // namespace kit

namespace automation {

/// Takes rules as YAML, from a file or from the clipboard: all of them, or none and the line that is wrong.
class ImportSheet final : public QDialog
{
    Q_OBJECT
public:
    explicit ImportSheet(client::Rules &rules, QWidget *parent = nullptr);

    void setText(const QString &yaml);

Q_SIGNALS:
    void imported(int added, int changed);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildButtons();
    void chooseFile();
    void send();
    void refuse(const QString &why);
    void markLine(int line);

    client::Rules &m_rules;
    kit::Banner *m_error;
    kit::Label *m_where;
    QPlainTextEdit *m_text;
    QPushButton *m_open;
    kit::PrimaryButton *m_import;
};

} // namespace automation
