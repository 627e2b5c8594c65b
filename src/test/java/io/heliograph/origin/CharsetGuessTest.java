package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that do not say in which charset they are. */
class CharsetGuessTest {

    @ParameterizedTest
    @CsvSource({
        "EUC-JP,       港のパン屋が百年の祭りを開く。町の人びとは朝から並び、灯台の下で歌った。",
        "EUC-JP,       港の新聞",
        "Shift_JIS,    港のパン屋が百年の祭りを開く。町の人びとは朝から並び、灯台の下で歌った。",
        "Shift_JIS,    港の新聞",
        "GB2312,       港口小镇的面包店今天开业，人们从早晨开始排队，在灯塔下唱歌。",
        "GB18030,      港口小镇的面包店今天开业，人们从早晨开始排队，在灯塔下唱歌。",
        "GB2312,       新闻快讯",
        "Big5,         港口小鎮的麵包店今天開業，人們從早晨開始排隊，在燈塔下唱歌。",
        "Big5,         新聞快訊",
        "EUC-KR,       항구 마을의 빵집이 오늘 문을 열었고 사람들은 아침부터 줄을 서서 등대 아래에서 노래했다.",
        "EUC-KR,       항구 소식",
        "windows-1251, 'Пекарня в портовом городе открылась сегодня, и люди с утра стояли в очереди.'",
        "windows-1251, Новости порта",
        "KOI8-R,       'Пекарня в портовом городе открылась сегодня, и люди с утра стояли в очереди.'",
        "KOI8-R,       Новости порта",
        "ISO-8859-5,   Новости порта",
        "windows-1250, 'Piekarnia w porcie została dziś otwarta, a ludzie śpiewali pod latarnią i jedli świeże bułki.'",
        "windows-1254, Limandaki fırın bugün açıldı ve insanlar sabahtan beri sırada bekleyip şarkı söyledi.",
        "windows-1253, Ο φούρνος στο λιμάνι άνοιξε σήμερα και οι άνθρωποι περίμεναν από το πρωί.",
        "windows-1255, המאפייה בנמל נפתחה היום והאנשים עמדו בתור מהבוקר ושרו מתחת למגדלור.",
        "windows-1256, افتتح المخبز في الميناء اليوم ووقف الناس في الصف منذ الصباح وغنوا تحت المنارة."
    })
    void feed_thatSaysNothing_isReadByItsLetters(String charset, String words) {
        String document = feed(words);

        String text = DocumentText.decode(document.getBytes(Charset.forName(charset)), "text/xml");

        assertThat(text).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource({
        "'La boulangerie du port a ouvert aujourd’hui, et dès le matin les habitants faisaient la queue.'",
        "Café à Orléans",
        "Die Bäckerei am Hafen öffnet heute für alle Gäste aus Köln",
        "Größe",
        "The baker’s shop “opens” today — and people queue at the lighthouse.",
        "naïve café",
        "El niño soñó con la montaña",
        "é",
        "Smörgåsbord på Åland",
        "© 2026"
    })
    void feed_ofWesternEurope_isWindows1252(String words) {
        String document = feed(words);

        String text = DocumentText.decode(document.getBytes(Charset.forName("windows-1252")), "text/xml");

        assertThat(text).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource({"EUC-JP, 港のパン屋が百年の祭りを開く。", "windows-1251, Новости порта и города"})
    void letters_farDownInADocument_areFound(String charset, String words) {
        String document = feed("Harbour news. ".repeat(2_000)) + feed(words);

        String text = DocumentText.decode(document.getBytes(Charset.forName(charset)), "");

        assertThat(text).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource({"windows-1251, Новости порта и города", "Shift_JIS, 港のパン屋が百年の祭りを開く。"})
    void document_thatCallsItselfUtf8AndIsNot_isReadByItsLetters(String charset, String words) {
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + feed(words);

        String text = DocumentText.decode(document.getBytes(Charset.forName(charset)), "text/xml; charset=utf-8");

        assertThat(text).isEqualTo(document);
    }

    private static String feed(String words) {
        return """
                <rss version="2.0"><channel><title>%1$s</title><link>https://paper.example/</link>
                <item><title>%1$s</title><link>https://paper.example/1</link>
                <description>&lt;p class="lead"&gt;%1$s&lt;/p&gt;</description></item></channel></rss>
                """.formatted(words);
    }
}
