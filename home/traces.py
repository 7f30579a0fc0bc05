"""What every site tells its readers in danger about the traces of a visit.

It holds for any municipality, and names no browser's menu that may have moved tomorrow.
"""

from news.models import SupportPage

SLUG = "din-webblasare"
BODY = [
    ("heading", {"text": "Använd en telefon eller dator som ingen annan ser", "level": "h2"}),
    (
        "paragraph",
        "<p>Det är säkrast. Du kan låna av någon du litar på, eller gå till ett bibliotek.</p>",
    ),
    ("heading", {"text": "Lämna sidan snabbt", "level": "h2"}),
    (
        "paragraph",
        "<p>Knappen överst på sidan öppnar en vanlig webbplats i stället. Har du tangentbord kan "
        "du också trycka på Shift tre gånger.</p>"
        "<p>När du har lämnat sidan så leder bakåtknappen inte hit igen. Därför hoppar den också "
        "över sidor som du nyss har läst här. Gå i stället tillbaka med länken längst ner på "
        "sidan.</p>"
        "<p>Det finns tre saker som knappen inte gör:</p>"
        "<ul><li>Den raderar inte webbhistoriken.</li>"
        "<li>Den stänger inte andra flikar där du har sidor härifrån öppna.</li>"
        "<li>Om JavaScript är avstängt i webbläsaren öppnas den andra webbplatsen, men "
        "bakåtknappen kan visa sidan igen.</li></ul>",
    ),
    ("heading", {"text": "Läs i ett privat fönster", "level": "h2"}),
    (
        "paragraph",
        "<p>Då sparar webbläsaren inte i historiken vad du läser. Öppna det privata fönstret "
        "först, gå hit sedan, och stäng fönstret när du är klar. Det heter inkognito i Chrome, "
        "InPrivate i Edge och privat i Firefox och Safari.</p>"
        "<p>Ett privat fönster hjälper inte mot någon som ser din skärm eller har lagt in ett "
        "program som övervakar din telefon eller dator. Den som sköter nätverket kan också se "
        "vilka webbplatser som du besöker.</p>",
    ),
    ("heading", {"text": "Ta bort sidorna ur historiken", "level": "h2"}),
    (
        "paragraph",
        "<ol><li>Öppna webbläsarens meny och välj Historik.</li>"
        "<li>Leta upp sidorna från den här webbplatsen.</li>"
        "<li>Ta bort dem en i taget.</li></ol>"
        "<p>Ta inte bort allt. En tom historik kan märkas.</p>"
        "<p>Om webbläsaren är inloggad på ett konto kan historiken finnas på andra telefoner och "
        "datorer som använder samma konto.</p>",
    ),
    ("heading", {"text": "När du har ringt", "level": "h2"}),
    (
        "paragraph",
        "<p>Samtalet finns kvar i telefonens samtalslista tills du tar bort det. En del samtal "
        "syns på telefonräkningen. Vid varje nummer står det vad vi vet om det.</p>",
    ),
]


def traces_page() -> SupportPage:
    """The page, not yet in the tree."""
    return SupportPage(
        title="Så döljer du ditt besök",
        slug=SLUG,
        safe_title="Din webbläsare",
        summary="Här står hur du lämnar färre spår när du läser den här webbplatsen. Inget sätt "
        "är helt säkert. Ring 112 om du är i fara.",
        body=BODY,
    )
