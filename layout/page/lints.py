"""Which lints a house switches on: all of them, unless publication.yaml says otherwise."""

from pydantic import Field

from layout.page.house import House


class Lints(House):
    """One switch for each of :data:`layout.issue.lints.LINTS`, by the same name."""

    quotes: bool = Field(default=True, description="引号、书名号、括号不成对或套错")
    straight_quotes: bool = Field(
        default=True, validation_alias="straight-quotes", description="直引号"
    )
    doubled_words: bool = Field(
        default=True, validation_alias="doubled-words", description="重复的字词和标点"
    )
    blanks: bool = Field(default=True, description="汉字之间的空格")
    figures: bool = Field(default=True, description="数字用法 GB/T 15835")
    dates: bool = Field(default=True, description="日期与星期、农历不符")
    names: bool = Field(default=True, description="与责任栏差一字的姓名")
    pictures: bool = Field(default=True, description="图片与图片说明不成对")
    leftovers: bool = Field(default=True, description="样稿和占位文字")
    variants: bool = Field(default=True, description="繁体字、异体字")

    @property
    def switched_on(self) -> frozenset[str]:
        """The names of those that look."""
        fields = type(self).model_fields
        return frozenset(name.replace("_", "-") for name in fields if getattr(self, name))
