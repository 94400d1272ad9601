// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/ask.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace kit {
class Banner;
class Label;
} // namespace kit

namespace settings {

/// A few fields and the button that sends them. It stays, with the sentence the server gave, until that was
/// done.
class FormDialog final : public QDialog
{
    Q_OBJECT
public:
    FormDialog(client::Link &link, const QString &title, const QString &submit, QWidget *parent = nullptr);

    /// What this does, in a sentence above the fields.
    void explain(const QString &sentence);
    QLineEdit *addLine(const QString &label, int longest);
    QLineEdit *addPassword(const QString &label);
    /// Asked for twice, for nobody can read what is typed; refused while the two differ.
    QLineEdit *addNewPassword(const QString &label);
    QComboBox *addRole(const QString &current);
    void addField(const QString &label, QWidget *field);
    /// A hint below the field that was added last.
    kit::Label *addHint(const QString &sentence);
    /// Called when what was given shall be sent.
    void whenSubmitted(std::function<void()> submit) { m_send = std::move(submit); }
    /// Says what is wrong with what was given, and goes there.
    void fail(const QString &why, QWidget *field = nullptr);

    /// Closes once it was done; `done` may show what came of it.
    template <class T>
    void send(const T &command, std::function<void(const typename T::Reply &)> done = {})
    {
        setBusy(true);
        client::ask(m_link, command, this,
                    [this, done = std::move(done)](const core::Result<typename T::Reply> &reply) {
                        setBusy(false);
                        if (!reply)
                            return fail(reply.error().message);
                        accept();
                        if (done)
                            done(reply.value());
                    });
    }

    /// Stays while an answer is awaited: it may bring what is shown only once.
    void reject() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void submit();
    void setBusy(bool busy);

    client::Link &m_link;
    std::function<void()> m_send;
    kit::Label *m_sentence;
    kit::Banner *m_error;
    QFormLayout *m_form;
    QWidget *m_fields;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_repeat = nullptr;
    bool m_isBusy = false;
};

} // namespace settings
