"""Questions to workshops on the command line: asked, answered by who leads there, and read by who asked."""

from ctl import Register, equal, expect, run

COLUMNS = ["question", "case", "workshop", "kind", "text", "day", "asked_by", "asked", "answer", "answer_text", "answered",
           "answered_by"]
TEXT = "How does it go to give one thing at a time?"


def house(folder):
    register = Register(folder)
    register("init")
    register("add", "participant", "--given", "Amina", "--family", "Hassan", "--sex", "F", "--born", "1990-05-01",
             "--enrolled", "2026-10-01", "--organisation", "AF")
    register("add", "staff", "Örjan Kadhim", "--role", "activity_leader:snickeri")
    register("add", "staff", "Tora Grön", "--role", "activity_leader:tradgard")
    register("add", "staff", "Dragana Andersen", "--role", "occupational_therapist")
    case = register.csv("participants")[0]["case"]
    register("place", case, "snickeri", "--from", "2026-10-01", "--slots", "thu 09-12")
    return register, case


def asked_and_answered(folder):
    register, case = house(folder)
    said = register("ask-workshop", case, "snickeri", "--text", TEXT, as_="Dragana Andersen").out
    expect("Amina Hassan" in said and TEXT not in said, said)
    rows = register.csv("questions", "snickeri", as_="Örjan Kadhim")
    equal(list(rows[0]), COLUMNS, "columns")
    equal([(row["case"], row["workshop"], row["kind"], row["text"], row["asked"], row["answer"]) for row in rows],
          [(case, "snickeri", "question", TEXT, "yes", "")], "questions")
    equal(register.csv("questions", as_="Tora Grön"), [], "of another workshop")
    equal(register.csv("questions", "tradgard"), [], "of another workshop")
    said = register("answer", rows[0]["question"], "words", "--text", "Bra om det är lugnt", as_="Örjan Kadhim").out
    expect("Dragana Andersen" in said and "lugnt" not in said, said)
    rows = register.csv("questions", as_="Dragana Andersen")
    equal([(row["answer"], row["answer_text"], row["answered"], row["answered_by"]) for row in rows],
          [("words", "Bra om det är lugnt", "2026-11-12", "Örjan Kadhim")], "answers")
    equal(register.csv("questions", "--open"), [], "what waits")


def what_is_refused(folder):
    register, case = house(folder)
    register("ask-workshop", case, "snickeri", "--text", TEXT, as_="Dragana Andersen")
    question = register.csv("questions")[0]["question"]
    register.refuses("ask-workshop", case, "snickeri", as_="Dragana Andersen")
    register.refuses("ask-workshop", case, "tradgard", "--text", "?", as_="Dragana Andersen")
    register.refuses("ask-workshop", case, "snickeri", "--text", "?", as_="Örjan Kadhim")
    for said in (register.refuses("answer", question, "helps", as_="Dragana Andersen"),
                 register.refuses("answer", question, "helps", as_="Tora Grön"),
                 register.refuses("answer", question, "words", as_="Örjan Kadhim")):
        expect(TEXT not in said, said)
    register.refuses("answer", question, "perhaps", status=2)
    register.refuses("answer", "F1999-0001", "helps")
    register("answer", question, "helps", as_="Örjan Kadhim")
    register.refuses("answer", question, "does_not_help", as_="Örjan Kadhim")


run(asked_and_answered, what_is_refused)
