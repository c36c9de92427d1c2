//! Digraphs: two characters that stand for one, of RFC 1345, and literal characters.

/// Each word is the two characters and the one that they stand for.
const TABLE: &[&str] = &[
    "NS\u{a0} !I¡ ~!¡ Ct¢ c|¢ Pd£ $$£ Cu¤ ox¤ Ye¥ Y-¥ BB¦ ||¦ SE§ ':¨ Co© cO© -aª <<« NO¬",
    "-,¬ --\u{ad} Rg® 'm¯ -=¯ DG° ~o° +-± 2S² 22² 3S³ 33³ ''´ Myµ PI¶ pp¶ .M· ~.· ',¸ 1S¹",
    "11¹ -oº >>» 14¼ 12½ 34¾ ?I¿ ~?¿ A!À A`À A'Á A>Â A^Â A?Ã A~Ã A:Ä A\"Ä AAÅ A@Å AEÆ",
    "C,Ç E!È E`È E'É E>Ê E^Ê E:Ë E\"Ë I!Ì I`Ì I'Í I>Î I^Î I:Ï I\"Ï D-Ð N?Ñ N~Ñ O!Ò O`Ò",
    "O'Ó O>Ô O^Ô O?Õ O~Õ O:Ö *X× /\\× O/Ø U!Ù U`Ù U'Ú U>Û U^Û U:Ü Y'Ý THÞ IpÞ ssß a!à",
    "a`à a'á a>â a^â a?ã a~ã a:ä a\"ä aaå a@å aeæ c,ç e!è e`è e'é e>ê e^ê e:ë e\"ë i!ì",
    "i`ì i'í i>î i^î i:ï d-ð n?ñ n~ñ o!ò o`ò o'ó o>ô o^ô o?õ o~õ o:ö -:÷ o/ø u!ù u`ù",
    "u'ú u>û u^û u:ü y'ý thþ y:ÿ y\"ÿ A-Ā a-ā A(Ă a(ă A;Ą a;ą C'Ć c'ć C>Ĉ c>ĉ C.Ċ c.ċ",
    "C<Č c<č D<Ď d<ď D/Đ d/đ E-Ē e-ē E(Ĕ e(ĕ E.Ė e.ė E;Ę e;ę E<Ě e<ě G>Ĝ g>ĝ G(Ğ g(ğ",
    "G.Ġ g.ġ G,Ģ g,ģ H>Ĥ h>ĥ H/Ħ h/ħ I?Ĩ i?ĩ I-Ī i-ī I(Ĭ i(ĭ I;Į i;į I.İ i.ı IJĲ ijĳ",
    "J>Ĵ j>ĵ K,Ķ k,ķ kkĸ L'Ĺ l'ĺ L,Ļ l,ļ L<Ľ l<ľ L.Ŀ l.ŀ L/Ł l/ł N'Ń n'ń N,Ņ n,ņ N<Ň",
    "n<ň 'nŉ NGŊ ngŋ O-Ō o-ō O(Ŏ o(ŏ O\"Ő o\"ő OEŒ oeœ R'Ŕ r'ŕ R,Ŗ r,ŗ R<Ř r<ř S'Ś s'ś",
    "S>Ŝ s>ŝ S,Ş s,ş S<Š s<š T,Ţ t,ţ T<Ť t<ť T/Ŧ t/ŧ U?Ũ u?ũ U-Ū u-ū U(Ŭ u(ŭ U0Ů u0ů",
    "U\"Ű u\"ű U;Ų u;ų W>Ŵ w>ŵ Y>Ŷ y>ŷ Y:Ÿ Z'Ź z'ź Z.Ż z.ż Z<Ž z<ž A%Ά E%Έ Y%Ή I%Ί O%Ό",
    "U%Ύ W%Ώ i3ΐ A*Α B*Β G*Γ D*Δ E*Ε Z*Ζ Y*Η H*Θ I*Ι K*Κ L*Λ M*Μ N*Ν C*Ξ O*Ο P*Π R*Ρ",
    "S*Σ T*Τ U*Υ F*Φ X*Χ Q*Ψ W*Ω J*Ϊ V*Ϋ a%ά e%έ y%ή i%ί u3ΰ a*α b*β g*γ d*δ e*ε z*ζ",
    "y*η h*θ i*ι k*κ l*λ m*μ n*ν c*ξ o*ο p*π r*ρ *sς s*σ t*τ u*υ f*φ x*χ q*ψ w*ω j*ϊ",
    "v*ϋ o%ό u%ύ w%ώ IOЁ D%Ђ G%Ѓ IEЄ DSЅ IIІ YIЇ J%Ј LJЉ NJЊ TsЋ KJЌ V%Ў DZЏ A=А B=Б",
    "V=В G=Г D=Д E=Е Z%Ж Z=З I=И J=Й K=К L=Л M=М N=Н O=О P=П R=Р S=С T=Т U=У F=Ф H=Х",
    "C=Ц C%Ч S%Ш ScЩ =\"Ъ Y=Ы %\"Ь JEЭ JUЮ JAЯ a=а b=б v=в g=г d=д e=е z%ж z=з i=и j=й",
    "k=к l=л m=м n=н o=о p=п r=р s=с t=т u=у f=ф h=х c=ц c%ч s%ш scщ ='ъ y=ы %'ь jeэ",
    "juю jaя ioё d%ђ g%ѓ ieє dsѕ iiі yiї j%ј ljљ njњ tsћ kjќ v%ў dzџ -1‐ -N– -M— -3―",
    "!2‖ =2‗ '6‘ '9’ .9‚ 9'‛ \"6“ \"9” :9„ 9\"‟ /-† /=‡ oo• ..‥ ,.… %0‰ 1'′ 2'″ 3'‴ 1\"‵",
    "2\"‶ 3\"‷ Ca‸ <1‹ >1› :X※ '-‾ 0S⁰ 4S⁴ 5S⁵ 6S⁶ 7S⁷ 8S⁸ 9S⁹ +S⁺ -S⁻ =S⁼ (S⁽ )S⁾ nSⁿ",
    "0s₀ 1s₁ 2s₂ 3s₃ 4s₄ 5s₅ 6s₆ 7s₇ 8s₈ 9s₉ +s₊ -s₋ =s₌ (s₍ )s₎ =e€ Eu€ oC℃ co℅ oF℉",
    "N0№ PO℗ Rx℞ SM℠ TM™ OmΩ AOÅ 13⅓ 23⅔ 15⅕ 25⅖ 35⅗ 45⅘ 16⅙ 56⅚ 18⅛ 38⅜ 58⅝ 78⅞ <-←",
    "-!↑ ->→ -v↓ <>↔ UD↕ <=⇐ =>⇒ ==⇔ FA∀ dP∂ TE∃ /0∅ DE∆ NB∇ (-∈ -)∋ *P∏ +Z∑ -2− -+∓",
    "*-∗ Ob∘ Sb∙ RT√ 0(∝ 00∞ -L∟ -V∠ PP∥ AN∧ OR∨ (U∩ )U∪ In∫ DI∬ Io∮ .:∴ :.∵ :R∶ ::∷",
    "?1∼ CG∾ ?-≃ ?=≅ ?2≈ =?≌ HI≓ !=≠ =3≡ =<≤ >=≥ <*≪ *>≫ !<≮ !>≯ (C⊂ )C⊃ (_⊆ )_⊇ 0.⊙",
    "02⊚ -T⊥ .P⋅ :3⋮ .3⋯ hh─ HH━ vv│ VV┃ 3-┄ 3_┅ 3!┆ 3/┇ 4-┈ 4_┉ 4!┊ 4/┋ dr┌ dR┍ Dr┎",
    "DR┏ dl┐ dL┑ Dl┒ LD┓ ur└ uR┕ Ur┖ UR┗ ul┘ uL┙ Ul┚ UL┛ vr├ vR┝ Vr┠ VR┣ vl┤ vL┥ Vl┨",
    "VL┫ dh┬ dH┯ Dh┰ DH┳ uh┴ uH┷ Uh┸ UH┻ vh┼ vH┿ Vh╂ VH╋ FD╱ BD╲ TB▀ LB▄ FB█ lB▌ RB▐",
    ".S░ :S▒ ?S▓ fS■ OS□ RO▢ Rr▣ RF▤ RY▥ RH▦ RZ▧ RK▨ RX▩ sB▪ SR▬ Or▭ UT▲ uT△ PR▶ Tr▷",
    "Dt▼ dT▽ PL◀ Tl◁ Db◆ Dw◇ LZ◊ 0m○ 0o◎ 0M● 0L◐ 0R◑ Sn◘ Ic◙ Fd◢ Bd◣ *2★ *1☆ <H☜ >H☞",
    "0u☺ 0U☻ SU☼ Fm♀ Ml♂ cS♠ cH♡ cD♢ cC♣ Md♩ M8♪ M2♫ Mb♭ Mx♮ MX♯ OK✓ XX✗",
];

/// The character of a digraph, in either order; the second one where there is none.
pub fn look_up(first: char, second: char) -> char {
    find(first, second).or_else(|| find(second, first)).unwrap_or(second)
}

fn find(first: char, second: char) -> Option<char> {
    TABLE.iter().flat_map(|row| row.split(' ')).find_map(|word| {
        let mut chars = word.chars();
        let typed = (chars.next()?, chars.next()?);
        (typed == (first, second)).then(|| chars.next())?
    })
}

/// What the keys behind `C-V` are: the text, and a key that came too late to belong to it.
/// `None` while more may come.
pub fn literal(keys: &[char]) -> Option<(String, Option<char>)> {
    let (radix, most, digits) = match keys.first()? {
        'u' => (16, 4, &keys[1..]),
        'U' => (16, 8, &keys[1..]),
        'x' | 'X' => (16, 2, &keys[1..]),
        'o' | 'O' => (8, 3, &keys[1..]),
        c if c.is_ascii_digit() => (10, 3, keys),
        c => return Some((c.to_string(), None)),
    };
    let valid: String = digits.iter().take_while(|c| c.is_digit(radix)).collect();
    let late = digits.get(valid.len()).copied();
    if late.is_none() && valid.len() < most {
        return None;
    }
    let number = u32::from_str_radix(&valid, radix).ok();
    let character = number.map_or(Some(keys[0]), char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER);
    Some((character.to_string(), late))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_orders_are_read() {
        let table = [('a', ':', 'ä'), (':', 'a', 'ä'), ('E', 'u', '€'), ('-', '>', '→'), ('x', 'y', 'y')];
        for (first, second, character) in table {
            assert_eq!(look_up(first, second), character, "{first}{second}");
        }
    }

    #[test]
    fn literal_numbers_end_with_their_last_digit_or_with_another_key() {
        assert_eq!(literal(&['u', '2', '0', 'a']), None);
        assert_eq!(literal(&['u', '2', '0', 'a', 'c']), Some(("€".into(), None)));
        assert_eq!(literal(&['6', '5', 'z']), Some(("A".into(), Some('z'))));
        assert_eq!(literal(&['\t']), Some(("\t".into(), None)));
    }
}
